// `npm run bench:boot [-- rounds]`: how long instances take from launch to service, as medians of serial boots.
import type { BootPhase } from "../test/boot/rig/bootPhases";
import { Rig } from "../test/boot/rig/rig";
import { interleave, median } from "./statistics";

interface Boot {
  readonly readyMs: number;
  readonly phases: readonly BootPhase[];
}

const rounds = Number(process.argv[2] ?? 5);

/** What no workload can go below: the same root file system, empty user data, up to the end of cloud-init. */
async function bootFloor(rig: Rig): Promise<Boot> {
  const instance = await rig.launch({ image: rig.baseImage, tags: { Name: "floor" } });
  try {
    const { finishedMs } = await instance.waitForCloudInit();
    return { readyMs: finishedMs, phases: await instance.bootPhases() };
  } finally {
    await instance.stop();
  }
}

function renderBoots(name: string, boots: readonly Boot[]): string {
  const ready = boots.map(({ readyMs }) => readyMs);
  const lines = [`${name}: ${median(ready)} ms (${ready.join(", ")})`];
  for (const phase of boots[0]?.phases ?? []) {
    if (phase.name.includes("/")) continue;
    const same = boots.flatMap(({ phases }) => phases.filter((each) => each.name === phase.name));
    const start = median(same.map(({ startMs }) => startMs));
    const end = median(same.map(({ endMs }) => endMs));
    lines.push(`  ${phase.name.padEnd(16)} ${start} to ${end} ms`);
  }
  return lines.join("\n");
}

async function main(): Promise<void> {
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  const rig = await Rig.open(progress);
  try {
    const boots = await interleave(rounds, { floor: () => bootFloor(rig) }, progress);
    for (const [name, each] of boots) console.log(renderBoots(name, each));
  } finally {
    await rig.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
