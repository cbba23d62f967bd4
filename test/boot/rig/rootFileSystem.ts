import { createHash } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type AptSource, renderSourcesList } from "./aptSources";
import { command } from "./command";
import { type Image, keepImageLayer } from "./image";
import { PackageProxy } from "./packageProxy";
import { guestRelease } from "./requirements";
import { addresses } from "./vpc";
import { rigSources, runFolder, workspace } from "./workspace";

/** Where the guest's first program lies in it. */
export const guestInitPath = "/usr/lib/bakeline/guest-init";

/**
 * What a small cloud image has. Chosen one by one, since Recommends are off; cloud-init renders Debian's network for
 * ifupdown, and its Ec2Local data source runs isc-dhcp-client.
 */
const packages = [
  ...["systemd", "systemd-sysv", "dbus", "udev", "kmod", "procps", "less"],
  ...["iproute2", "ifupdown", "isc-dhcp-client", "netbase", "iputils-ping", "openssh-server"],
  ...["cloud-init", "cloud-guest-utils", "ca-certificates", "curl", "gpg", "xz-utils"],
];

const cloudConfig = `datasource_list: [Ec2]
# Not strict, cloud-init 22.4 falls back to metadata v1, is refused, and boots without a data source or an error.
datasource: {Ec2: {strict_id: true, timeout: 5, max_wait: 20}}
locale: C.UTF-8
# As Amazon Linux 2023 does; the time to make an RSA key varies by half a second from boot to boot.
ssh_genkeytypes: [ed25519, ecdsa]
`;

const aptConfig = `Acquire::http::Proxy "http://${addresses.packageProxy.host}:${addresses.packageProxy.port}";
Acquire::Languages "none";
APT::Install-Recommends "false";
`;

/** The base AMI: Debian with cloud-init, made once for its definition and kept. */
export async function buildRootFileSystem(
  sources: readonly AptSource[],
  certificate: string,
  report: (line: string) => void,
): Promise<Image> {
  const guestInit = fs.readFileSync(path.join(rigSources, "guestInit.sh"), "utf8");
  const sourcesList = renderSourcesList(sources);
  const definition = { guestRelease, packages, sourcesList, cloudConfig, aptConfig, certificate, guestInit };
  const key = createHash("sha256").update(JSON.stringify(definition)).digest("hex").slice(0, 16);
  const folder = path.join(workspace, "images", `base-${key}`);
  const image: Image = { name: "base", key, layers: [folder] };
  if (fs.existsSync(folder)) return image;

  report(`building the root file system: Debian ${guestRelease} with cloud-init, once`);
  const making = path.join(runFolder, "base-image");
  await bootstrap(making, sources, sourcesList);
  await configure(making, {
    "etc/cloud/cloud.cfg.d/90-boot-tests.cfg": cloudConfig,
    "etc/apt/apt.conf.d/90boot-tests": aptConfig,
    "etc/apt/sources.list": sourcesList,
    "usr/local/share/ca-certificates/boot-tests.crt": certificate,
    [guestInitPath.slice(1)]: guestInit,
    // Empty, so that the first boot sets it; left out, systemd would think the root read-only.
    "etc/machine-id": "",
  });
  keepImageLayer(making, folder);
  return image;
}

async function bootstrap(folder: string, sources: readonly AptSource[], sourcesList: string): Promise<void> {
  // Through the caching proxy, so that a changed definition costs no second download.
  const { server } = new PackageProxy(sources);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = readAddress(server.address());
  try {
    const options = [
      'Acquire::Languages "none"',
      'APT::Install-Recommends "false"',
      `Acquire::http::Proxy "http://127.0.0.1:${port}"`,
    ];
    await command(
      "mmdebstrap",
      [
        ...["--quiet", "--mode=root", "--variant=minbase", `--include=${packages.join(",")}`],
        ...options.map((option) => `--aptopt=${option}`),
        // Half written, it is made anew: nothing needs to be on disk before the end.
        "--dpkgopt=force-unsafe-io",
        ...[guestRelease, folder, "-"],
      ],
      { input: sourcesList },
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function configure(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const lists = "var/lib/apt/lists";
  const keys = fs.readdirSync(path.join(folder, "etc/ssh")).filter((name) => name.startsWith("ssh_host_"));
  // What belongs to one machine, or to the making of this one.
  for (const name of [
    ...["etc/apt/apt.conf.d/99mmdebstrap", "etc/dpkg/dpkg.cfg.d/99mmdebstrap"],
    ...["etc/resolv.conf", "etc/hostname"],
    ...keys.map((each) => `etc/ssh/${each}`),
    ...fs.readdirSync(path.join(folder, lists)).map((each) => `${lists}/${each}`),
  ]) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  fs.chmodSync(path.join(folder, guestInitPath), 0o755);
  await command("chroot", [folder, "update-ca-certificates"]);
}

function readAddress(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the package proxy has no port");
  return address;
}
