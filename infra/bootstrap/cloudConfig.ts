import type { OperatingSystem } from "../bakeline/operatingSystem";

/**
 * What cloud-init itself is told. Little: packages are steps, which say what failed, and cloud-init's own log is where
 * every image puts it. A host key of one type suffices where people come through Session Manager; an RSA key costs up
 * to a second of every first boot. JSON is YAML: no quoting rule is left to get wrong.
 */
export function renderCloudConfig(operatingSystem: OperatingSystem): string {
  const config = {
    ssh_genkeytypes: ["ed25519"],
    // Amazon Linux upgrades at first boot unless told otherwise; an instance should be what was tested.
    ...(operatingSystem === "amazon-linux-2023" ? { repo_upgrade: "none" } : {}),
  };
  return `#cloud-config\n${JSON.stringify(config)}\n`;
}
