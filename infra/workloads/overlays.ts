import type { Overlays } from "../bootstrap/loader";

const settingsPath = "/etc/bakeline/settings.json";

function planSettings(settings: { readonly logLevel: "debug" | "info" }): Overlays[string] {
  return [
    {
      kind: "file",
      layer: "configuration",
      path: settingsPath,
      content: { kind: "literal", text: `${JSON.stringify(settings)}\n` },
    },
  ];
}

/** What all instances of an environment have, whatever they run. By the value of the tag `environment`. */
export const environmentOverlays: Overlays = {
  dev: planSettings({ logLevel: "debug" }),
  staging: planSettings({ logLevel: "info" }),
  prod: planSettings({ logLevel: "info" }),
};

/** What all instances of a role have, whatever workload they are of. By the value of the tag `role`. */
export const roleOverlays: Overlays = {
  web: [
    {
      kind: "file",
      layer: "configuration",
      path: "/etc/sysctl.d/60-web.conf",
      content: { kind: "literal", text: "net.core.somaxconn = 8192\n" },
    },
    {
      kind: "command",
      layer: "configuration",
      name: "somaxconn",
      run: "sysctl -q -p /etc/sysctl.d/60-web.conf",
      unless: '[ "$(sysctl -n net.core.somaxconn)" = 8192 ]',
    },
  ],
};
