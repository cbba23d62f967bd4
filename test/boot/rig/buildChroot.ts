import fs from "node:fs";
import path from "node:path";
import { type CommandResult, tryCommand } from "./command";
import { addresses } from "./vpc";

/** Where scripts run while an image is built: its root, in the network namespace of the build instance. */
export interface BuildChroot {
  run(script: string, timeoutSeconds: number): Promise<CommandResult>;
  /** Takes away what only the build needed. */
  finish(): void;
}

/** Mounts for one script. /tmp and /run are the build's: a step finds there what one before it left. */
const mountScript = `set -eu
root=$1
scratch=$2
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount --rbind /dev "$root/dev"
mount --bind "$scratch/run" "$root/run"
mount --bind "$scratch/tmp" "$root/tmp"
exec timeout --signal=KILL "$3" chroot "$root" bash /run/step
`;

const environment = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: "/root",
  LANG: "C.UTF-8",
  // systemctl enables units, and lets be what needs a running systemd.
  SYSTEMD_OFFLINE: "1",
};

export function openBuildChroot(root: string, scratch: string, namespace: string): BuildChroot {
  for (const [name, mode] of [
    ["run", 0o755],
    ["tmp", 0o1777],
  ] as const) {
    fs.mkdirSync(path.join(scratch, name), { recursive: true });
    fs.chmodSync(path.join(scratch, name), mode);
  }
  // Packages start no service while they are installed.
  const policy = path.join(root, "usr/sbin/policy-rc.d");
  fs.writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const resolver = path.join(root, "etc/resolv.conf");
  fs.writeFileSync(resolver, `nameserver ${addresses.nameServer}\n`);
  return {
    run(script, timeoutSeconds) {
      fs.writeFileSync(path.join(scratch, "run/step"), script);
      const enter = [`--net=/run/netns/${namespace}`, "--", "unshare", "--mount", "--pid", "--ipc", "--fork"];
      const shell = ["sh", "-c", mountScript, "build", root, scratch, String(timeoutSeconds)];
      return tryCommand("nsenter", [...enter, "--kill-child", ...shell], { environment });
    },
    finish() {
      fs.rmSync(policy);
      fs.rmSync(resolver, { force: true });
    },
  };
}
