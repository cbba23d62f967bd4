import * as z from "zod";
import type { Instance } from "../../test/boot/rig/instance";
import type { Rig } from "../../test/boot/rig/rig";
import type { BootMarks } from "./phases";

/** What `journalctl -o json` prints, of which a line is one entry. Times are microseconds of the epoch. */
const entry = z.object({ __REALTIME_TIMESTAMP: z.coerce.number(), MESSAGE: z.unknown() });

const stepLine = /^bakeline: step /;

/** When what happened in the first boot of an instance that serves, read from its journal and from what it asked for. */
export async function readMarks(rig: Rig, instance: Instance, ready: number): Promise<BootMarks> {
  const sinceLaunch = (epochMs: number) => Math.round(epochMs - instance.launchedEpoch);
  const { exitCode, stdout, stderr } = await instance.exec(`set -euo pipefail
stat -c %.6Y /var/lib/bakeline/started
journalctl -q -o json _SYSTEMD_UNIT=bakeline-boot.service + UNIT=bakeline-boot.service
echo --
journalctl -q -o json UNIT=sessions.service`);
  if (exitCode !== 0) throw new Error(`${instance.id}: its journal could not be read: ${stderr}`);
  const [startedSeconds = "", ...lines] = stdout.trim().split("\n");
  const middle = lines.indexOf("--");
  const loader = lines.slice(0, middle).map(parseEntry);
  const service = lines.slice(middle + 1).map(parseEntry);
  const phases = await instance.bootPhases();
  const startOf = (name: string) => phases.find((phase) => phase.name === name)?.startMs ?? Number.NaN;
  return {
    systemd: startOf("systemd"),
    cloudInit: startOf("init-local"),
    loader: sinceLaunch(loader[0]?.epochMs ?? Number.NaN),
    steps: loader.filter(({ text }) => stepLine.test(text)).map(({ epochMs }) => sinceLaunch(epochMs)),
    stepsDone: sinceLaunch(Number(startedSeconds) * 1000),
    serviceStarted: sinceLaunch(
      service.find(({ text }) => text.startsWith("Started "))?.epochMs ?? Number.NaN,
    ),
    ready,
    requests: [...rig.objectStore.requestsOf(instance.id), ...rig.packages.requestsOf(instance.ip)].map(
      ({ at }) => sinceLaunch(at),
    ),
  };
}

function parseEntry(line: string): { epochMs: number; text: string } {
  const { __REALTIME_TIMESTAMP: microseconds, MESSAGE: message } = entry.parse(JSON.parse(line));
  return { epochMs: microseconds / 1000, text: typeof message === "string" ? message : "" };
}
