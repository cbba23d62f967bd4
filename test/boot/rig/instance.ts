import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BootPhase, parseBootPhases } from "./bootPhases";
import { assertEc2DataSource, type CloudInitResult, readCloudInitResult } from "./cloudInit";
import { type CommandResult, command, lastLines, tryCommand } from "./command";
import { GuestProcess } from "./guestProcess";
import { getFromVpc, type HttpAnswer } from "./healthProbe";
import { type InstanceLogs, readLogs, saveLogs } from "./instanceLogs";
import type { InstanceRecord } from "./instanceRecord";
import type { Network, NetworkInterface } from "./network";
import type { Overlay } from "./overlay";
import { rigName } from "./workspace";

export interface HealthCheck {
  readonly port: number;
  readonly path: string;
  /** Default: 120 s. */
  readonly timeoutMs?: number;
}

export interface HealthyAnswer {
  /** Since the launch: the ready-for-service lag. */
  readonly readyMs: number;
  readonly body: string;
}

export interface InstanceParts {
  readonly record: InstanceRecord;
  readonly network: Network;
  readonly networkInterface: NetworkInterface;
  readonly overlay: Overlay;
  readonly logFolder: string;
  /** `performance.now()` and the epoch's milliseconds from before anything was set up for it. */
  readonly launched: { readonly at: number; readonly epoch: number };
  /** Takes away what was made for the instance. */
  readonly dispose: () => Promise<void>;
}

const pollMs = 20;
const defaultTimeoutMs = 120_000;
const orderlyEndMs = 60_000;

/** A running instance. It lives on when the guest reboots, by itself or by a test. */
export class Instance {
  readonly id: string;
  readonly ip: string;
  /** How often the guest has been started. */
  boots = 0;
  private guest: GuestProcess;
  private guestStartedEpoch = 0;
  private onPowerLoss: "start again" | "stay down" = "stay down";
  private readonly life: Promise<void>;
  private state: "running" | "down" = "running";

  /** Boots the guest. Its interface is plugged in already. */
  constructor(private readonly parts: InstanceParts) {
    this.id = parts.record.id;
    this.ip = parts.record.ip;
    this.guest = this.boot();
    this.life = this.live();
  }

  /** What AWS knows of the instance; a test changes it to send a spot notice, say. */
  get record(): InstanceRecord {
    return this.parts.record;
  }

  /** When it was launched, in milliseconds of the epoch. */
  get launchedEpoch(): number {
    return this.parts.launched.epoch;
  }

  /** Waits until the health check answers 200 with this instance's id in its body. @throws Error after the time. */
  async waitForHealth({
    port,
    path: target,
    timeoutMs = defaultTimeoutMs,
  }: HealthCheck): Promise<HealthyAnswer> {
    let last = "nothing answered";
    return this.poll(
      timeoutMs,
      () => `health check ${target} on port ${port}: ${last}`,
      async () => {
        const answer = await this.get(port, target).catch((error: Error) => error);
        last = answer instanceof Error ? answer.message : `${answer.status} ${answer.body}`;
        // The id, since a web server's default page answers 200 before the service is there.
        if (answer instanceof Error || answer.status !== 200 || !answer.body.includes(this.id))
          return undefined;
        return { readyMs: this.sinceLaunch(), body: answer.body };
      },
    );
  }

  /** Waits for the end of cloud-init's last stage. @throws Error after the time, or when its data source is not EC2's. */
  async waitForCloudInit(timeoutMs = defaultTimeoutMs): Promise<CloudInitResult> {
    const result = await this.poll(
      timeoutMs,
      () => "cloud-init did not finish",
      async () => {
        const root = this.findRoot();
        const found = root === undefined ? undefined : readCloudInitResult(root);
        return found === undefined ? undefined : { ...found, finishedMs: this.sinceLaunch() };
      },
    );
    assertEc2DataSource(result);
    return result;
  }

  /** Runs a bash script as root in the guest. A failing one is an answer, not an error. */
  async exec(script: string, timeoutSeconds = 120): Promise<CommandResult> {
    const leader = this.guest.findLeader();
    if (leader === undefined) throw new Error(`${this.id} does not run`);
    const enter = [
      "--target",
      String(leader),
      "--mount",
      "--uts",
      "--ipc",
      "--net",
      "--pid",
      "--root",
      "--wd",
    ];
    const environment = {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      HOME: "/root",
    };
    const limit = ["timeout", "--signal=KILL", String(timeoutSeconds)];
    return tryCommand("nsenter", [...enter, "--", ...limit, "bash"], { environment, input: script });
  }

  /** A GET from within the VPC. @throws Error when nothing answers. */
  get(port: number, target: string): Promise<HttpAnswer> {
    return getFromVpc(this.parts.network.gate, { host: this.ip, port }, target);
  }

  /** Reboots in order, as EC2's RebootInstances does; answers when the guest has been started again. */
  async reboot(): Promise<void> {
    const boots = this.boots;
    await this.exec("systemctl reboot");
    await this.poll(
      orderlyEndMs,
      () => "the guest did not reboot",
      async () => this.boots > boots || undefined,
    );
  }

  /** Takes the guest's power away and starts it again, whatever it was doing. */
  async loseAndRegainPower(): Promise<void> {
    const boots = this.boots;
    this.onPowerLoss = "start again";
    await this.guest.kill();
    await this.poll(
      orderlyEndMs,
      () => "the guest did not start",
      async () => this.boots > boots || undefined,
    );
    this.onPowerLoss = "stay down";
  }

  /** Where this boot's time went. Only after cloud-init has finished. */
  async bootPhases(): Promise<readonly BootPhase[]> {
    const show = "systemctl show --value --property=UserspaceTimestampMonotonic";
    const { stdout } = await this.exec(`set -e; ${show}; cloud-init analyze dump`);
    const [monotonicUs = "", ...dump] = stdout.split("\n");
    // The guest's monotonic clock is this machine's.
    const sinceSystemdMs = Number(process.hrtime.bigint() / 1000n - BigInt(monotonicUs)) / 1000;
    const systemdEpoch = Date.now() - sinceSystemdMs;
    const launchedAt = this.boots === 1 ? this.parts.launched.epoch : this.guestStartedEpoch;
    return parseBootPhases(dump.join("\n"), {
      launchedAt,
      systemdStartMs: Math.round(systemdEpoch - launchedAt),
    });
  }

  /** The guest's logs, of all its boots; readable after it has stopped too. */
  logs(): InstanceLogs {
    return readLogs(this.consoleFile, this.state === "running" ? this.guestLogFolder : this.parts.logFolder);
  }

  /** MiB that the guest has written: what its boot costs on disk. */
  async writtenMiB(): Promise<number> {
    return Number((await command("du", ["-sm", this.parts.overlay.upper])).split("\t")[0]);
  }

  /** Shuts the guest down in order, as TerminateInstances does, outright after a minute; its logs remain. */
  async stop(): Promise<void> {
    if (this.state === "running") await Promise.all([this.guest.powerOff(orderlyEndMs), this.life]);
    await this.parts.dispose();
  }

  private boot(): GuestProcess {
    this.boots++;
    this.guestStartedEpoch = Date.now();
    return GuestProcess.start({
      name: this.parts.networkInterface.namespace.slice(rigName.length + 1),
      root: this.parts.overlay.root,
      namespace: this.parts.networkInterface.namespace,
      productUuid: `ec2${this.id.slice(-5)}-0000-4000-8000-${this.id.slice(-12)}`,
      consoleFile: this.consoleFile,
    });
  }

  /** Starts the guest anew for as long as it reboots; a reboot finds the interface as a first boot does. */
  private async live(): Promise<void> {
    const { network, networkInterface } = this.parts;
    while ((await this.guest.ended) === "reboot" || this.onPowerLoss === "start again") {
      await network.unplug(networkInterface);
      await network.plugIn(networkInterface);
      this.guest = this.boot();
    }
    saveLogs(this.guestLogFolder, this.parts.logFolder);
    this.state = "down";
  }

  private async poll<T>(
    timeoutMs: number,
    describe: () => string,
    attempt: () => Promise<T | undefined>,
  ): Promise<T> {
    for (const deadline = performance.now() + timeoutMs; performance.now() < deadline; await sleep(pollMs)) {
      const found = await attempt();
      if (found !== undefined) return found;
      if (this.state === "down") break;
    }
    const ending = this.state === "down" ? "; the guest has ended" : `; waited ${timeoutMs} ms`;
    const { console: text, cloudInitOutput } = this.logs();
    const logs = [lastLines(text, 15), lastLines(cloudInitOutput, 60)].join("\n");
    throw new Error(`${this.id}: ${describe()}${ending}. Logs: ${this.parts.logFolder}\n${logs}`);
  }

  private findRoot(): string | undefined {
    const leader = this.guest.findLeader();
    return leader === undefined ? undefined : `/proc/${leader}/root`;
  }

  private sinceLaunch(): number {
    return Math.round(performance.now() - this.parts.launched.at);
  }

  private get guestLogFolder(): string {
    return path.join(this.parts.overlay.root, "var/log");
  }

  private get consoleFile(): string {
    return path.join(this.parts.logFolder, "console.log");
  }
}
