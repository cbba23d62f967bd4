import fs from "node:fs";
import { command, tryCommand } from "./command";

/** The Debian release that the guests run. */
export const guestRelease = "bookworm";

/** Debian packages that the rig calls, and a program of each by which it is known to be there. */
const packages: Readonly<Record<string, string>> = {
  mmdebstrap: "mmdebstrap",
  "systemd-container": "systemd-nspawn",
  "dnsmasq-base": "dnsmasq",
  iproute2: "ip",
  openssl: "openssl",
  "util-linux": "nsenter",
};

export type Requirements =
  | { readonly kind: "met" }
  | { readonly kind: "installable"; readonly packages: readonly string[] }
  | { readonly kind: "unmet"; readonly message: string };

/** What the machine lacks, all of it in one message. Changes nothing. */
export function findRequirements(): Requirements {
  const missing = Object.entries(packages).filter(([, program]) => findProgram(program) === undefined);
  const names = missing.map(([name]) => name);
  const reasons = [
    ...(process.platform === "linux" ? [] : [`Linux (this is ${process.platform})`]),
    ...(process.getuid?.() === 0 ? [] : ["root (namespaces, overlay mounts and cgroups)"]),
    ...(isGuestRelease() ? [] : [`Debian ${guestRelease}, from whose package sources the guests are made`]),
    ...(fs.existsSync("/sys/fs/cgroup") ? [] : ["cgroups mounted at /sys/fs/cgroup"]),
  ];
  if (reasons.length === 0) {
    return names.length === 0 ? { kind: "met" } : { kind: "installable", packages: names };
  }
  const all = names.length === 0 ? reasons : [...reasons, `the Debian packages ${names.join(", ")}`];
  return { kind: "unmet", message: `Instances cannot be booted on this machine. Needed: ${all.join("; ")}.` };
}

/** Installs what is missing, telling so. @throws Error with the one message when the machine cannot run the rig. */
export async function ensureRequirements(report: (line: string) => void): Promise<void> {
  const found = findRequirements();
  if (found.kind === "met") return;
  if (found.kind === "unmet") throw new Error(found.message);
  report(`installing ${found.packages.join(", ")}`);
  const environment = { PATH: process.env.PATH ?? "", DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };
  const install = ["install", "--quiet=2", "--yes", "--no-install-recommends", ...found.packages];
  // Fresh images have no package lists, and old lists name versions that the mirror no longer has.
  if ((await tryCommand("apt-get", ["update", "--quiet=2"], { environment })).exitCode !== 0) {
    report("apt-get update failed; trying with the package lists that are there");
  }
  await command("apt-get", install, { environment });
  const after = findRequirements();
  if (after.kind !== "met") throw new Error(`still missing after apt-get install: ${JSON.stringify(after)}`);
}

function isGuestRelease(): boolean {
  const text = fs.existsSync("/etc/os-release") ? fs.readFileSync("/etc/os-release", "utf8") : "";
  return /^ID=debian$/m.test(text) && text.includes(`VERSION_CODENAME=${guestRelease}`);
}

function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];
  return folders.map((folder) => `${folder}/${name}`).find((file) => fs.existsSync(file));
}
