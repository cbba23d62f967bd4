import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCgroup, removeCgroup } from "./cgroup";
import { guestInitPath } from "./rootFileSystem";
import { rigName, rigSources } from "./workspace";

export interface GuestArgs {
  /** Of the machine; unique in the run. */
  readonly name: string;
  readonly root: string;
  readonly namespace: string;
  /** Begins with `ec2`: by it cloud-init knows the platform. */
  readonly productUuid: string;
  readonly consoleFile: string;
}

/** How a guest ended: by itself with a wish to start again, or for good. */
export type GuestEnd = "reboot" | "end";

/** systemd-nspawn's exit code for a guest that reboots while whoever started it is in charge (`--keep-unit`). */
const rebootExitCode = 133;

/** One boot of a guest: systemd as process 1 in systemd-nspawn. */
export class GuestProcess {
  readonly ended: Promise<GuestEnd>;

  private constructor(
    private readonly child: ChildProcess,
    cgroup: string,
  ) {
    this.ended = once(child, "exit").then(async ([code]) => {
      await removeCgroup(cgroup);
      return code === rebootExitCode ? "reboot" : "end";
    });
  }

  static start({ name, root, namespace, productUuid, consoleFile }: GuestArgs): GuestProcess {
    const cgroup = `${rigName}/${name}`;
    const nspawn = [
      ...["systemd-nspawn", "--quiet", `--machine=${rigName}-${name}`, `--directory=${root}`],
      // Without machined and D-Bus: process 1 of this machine need not be systemd.
      ...["--register=no", "--keep-unit"],
      // The machine's resolver, time zone and journal are none of the guest's.
      ...["--resolv-conf=off", "--timezone=off", "--link-journal=no"],
      `--network-namespace-path=/run/netns/${namespace}`,
      // The Ec2Local data source sets up an interface of its own before the network is there.
      "--capability=CAP_NET_ADMIN",
      ...["--kill-signal=SIGRTMIN+3", "--console=pipe", `--uuid=${productUuid}`, guestInitPath],
    ];
    const console = fs.openSync(consoleFile, "a");
    const starter = [path.join(rigSources, "startInCgroup.sh"), createCgroup(cgroup).join(" ")];
    // Network settings of the kernel are the guest's own, as far as they are those of its namespace.
    const env = { PATH: process.env.PATH ?? "", SYSTEMD_NSPAWN_API_VFS_WRITABLE: "network" };
    const stdio = ["ignore" as const, console, console];
    const child = spawn("sh", [...starter, ...nspawn], { stdio, env, detached: true });
    fs.closeSync(console);
    return new GuestProcess(child, cgroup);
  }

  /** The guest's process 1 as this machine numbers it; none while it is not there yet, or no longer. */
  findLeader(): number | undefined {
    const { pid, exitCode, signalCode } = this.child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return undefined;
    return childrenOf(pid).find(isFirstOfNamespace);
  }

  /** Shuts the guest down in order, or outright after the time. */
  async powerOff(timeoutMs: number): Promise<void> {
    // SIGTERM to systemd-nspawn, which asks the guest. A second one, or SIGKILL, would leave the guest without it.
    this.child.kill("SIGTERM");
    const late = Symbol();
    const timer = new AbortController();
    const first = await Promise.race([this.ended, sleep(timeoutMs, late, { signal: timer.signal })]);
    timer.abort();
    if (first === late) await this.kill();
  }

  /** Ends the guest without a warning, as a power loss does. */
  async kill(): Promise<void> {
    const leader = this.findLeader();
    if (leader === undefined) this.child.kill("SIGKILL");
    else process.kill(leader, "SIGKILL");
    await this.ended;
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return text.split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** systemd-nspawn's first child is a helper that makes the second in the guest's process namespace. */
function isFirstOfNamespace(pid: number): boolean {
  try {
    return /^NSpid:.*\t1$/m.test(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
