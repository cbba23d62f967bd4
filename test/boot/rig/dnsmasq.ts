import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCgroup } from "./cgroup";
import { addresses, domain, hostAddress, hostNumbers, privateDnsName, region, subnets } from "./vpc";
import { rigName, rigSources, runFolder } from "./workspace";

/** DHCP and DNS of the VPC. */
export interface Dnsmasq {
  stop(): Promise<void>;
}

export async function startDnsmasq(namespace: string): Promise<Dnsmasq> {
  const files = { pool: path.join(runFolder, "dhcp-hosts"), pid: path.join(runFolder, "dnsmasq.pid") };
  fs.writeFileSync(files.pool, renderReservations());
  const settings = [
    "--keep-in-foreground",
    "--conf-file=/dev/null",
    "--user=root",
    // Names are answered here or not at all: nothing of the machine's own resolver reaches a guest.
    "--no-resolv",
    "--no-hosts",
    "--bind-interfaces",
    ...subnets.map(({ bridge }) => `--interface=${bridge}`),
    `--domain=${domain}`,
    `--address=/${region}.amazonaws.com/${addresses.awsEndpoint.host}`,
    `--address=/instance-data/${addresses.metadataService.host}`,
    ...subnets.map(({ prefix }) => `--dhcp-range=${prefix}.0,static,255.255.255.0,1h`),
    `--dhcp-hostsfile=${files.pool}`,
    `--dhcp-leasefile=${path.join(runFolder, "dhcp-leases")}`,
    "--dhcp-authoritative",
    "--no-ping",
    "--log-facility=-",
    `--pid-file=${files.pid}`,
  ];
  const cgroups = createCgroup(`${rigName}/dnsmasq`);
  const enter = [`--net=/run/netns/${namespace}`, "--", "dnsmasq", ...settings];
  const starter = path.join(rigSources, "startInCgroup.sh");
  const child = spawn("sh", [starter, cgroups.join(" "), "nsenter", ...enter], {
    stdio: "ignore",
    detached: true,
  });
  await untilWritten(files.pid, child);
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}

/** Every address is known before any guest asks, so that no guest waits for dnsmasq to read a file. */
function renderReservations(): string {
  const count = hostNumbers.last - hostNumbers.first + 1;
  const numbers = Array.from({ length: count }, (_, index) => hostNumbers.first + index);
  const lines = subnets.flatMap((subnet) =>
    numbers.map((number) => {
      const { ip, mac } = hostAddress(subnet, number);
      return `${mac},${ip},${privateDnsName(ip).split(".")[0]}`;
    }),
  );
  return `${lines.join("\n")}\n`;
}

async function untilWritten(pidFile: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 20) {
    if (fs.existsSync(pidFile) && fs.readFileSync(pidFile, "utf8").trim() !== "") return;
    if (child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error("dnsmasq did not start; run it by hand with the arguments in dnsmasq.ts to see why");
}
