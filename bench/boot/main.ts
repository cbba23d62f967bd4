// `npm run bench:boot [-- rounds]`: how long instances of each tier take from launch to service, as medians of serial
// boots. Writes the picture of the README. Ends with 1 where a limit is broken.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../build/compile";
import { tiers } from "../../infra/bakeline/tier";
import { Rig } from "../../test/boot/rig/rig";
import { bakeTier, plantSessions } from "../../test/boot/sessionsEstate";
import { interleave } from "../statistics";
import { bootFloor, bootTier } from "./measure";
import { renderPicture } from "./picture";
import { bootNames, bootRow, planRatios, renderBootReport } from "./report";

const pictureFile = path.join(root, "docs", "boot.svg");

async function main(): Promise<void> {
  const rounds = readRounds(process.argv[2]);
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  const rig = await Rig.open(progress);
  try {
    const steps = plantSessions(rig);
    for (const tier of tiers) await bakeTier(rig, steps, tier);
    const tasks = {
      floor: () => bootFloor(rig),
      full: () => bootTier(rig, steps, "full"),
      foundational: () => bootTier(rig, steps, "foundational"),
      base: () => bootTier(rig, steps, "base"),
    };
    const boots = await interleave(rounds, tasks, progress);
    const rows = bootNames.map((name) => bootRow(name, boots.get(name) ?? []));
    console.log(renderBootReport(rows));
    writeFileSync(pictureFile, renderPicture(rows));
    console.log(`\nwrote ${path.relative(root, pictureFile)}`);
    if (planRatios(rows).some(({ kept }) => !kept)) process.exitCode = 1;
  } finally {
    await rig.close();
  }
}

/** @throws Error on what is no number of rounds */
function readRounds(text = "5"): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(
      `rounds: expected a whole number from 1, got ${JSON.stringify(text)}; leave it out for 5`,
    );
  return rounds;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
