import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../build/compile";
import { packFolder, packs } from "../policies/packs";
import { openSandbox, type Sandbox } from "../sandbox/sandbox";
import { estateSizes, previewOf, previewOfEmpty } from "./commands";
import { figuresOf, type Measurements } from "./figures";
import { benchFolders } from "./folders";
import { measurePackStart } from "./packStart";
import { measurePeakMemory } from "./peakMemory";
import { type Command, measureProcessTree } from "./processTree";
import { brokenLimits, renderReport } from "./report";
import { interleave } from "./statistics";

/** `npm run bench`: what a preview costs, held against a floor that is measured in the same rounds. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, runs: { type: "string", default: "5" } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`--runs: expected an integer from 1, got ${JSON.stringify(values.runs)}`);
  }
  const { cli, ...measurements } = await measure(runs);
  const figures = figuresOf(measurements);
  const broken = brokenLimits(figures);
  const report = {
    runs,
    node: process.version,
    engine: cli.version,
    cpus: cpus().length,
    figures,
  };
  const text = values.json
    ? JSON.stringify({ ...report, brokenLimits: broken }, null, 2)
    : renderReport(report);
  process.stdout.write(`${text}\n`);
  for (const title of broken) process.stderr.write(`bench: over its limit: ${title}\n`);
  if (broken.length > 0) process.exitCode = 1;
}

async function measure(runs: number): Promise<Measurements & Pick<Sandbox, "cli">> {
  progress("making everything warm: compiled, plugins and stacks there, files in memory");
  const commands: Record<string, Command & { resources: number }> = {
    empty: await previewOfEmpty(),
    dev: await previewOf("dev"),
  };
  for (const size of estateSizes) commands[size] = await previewOf(size);
  for (const command of Object.values(commands)) await measureProcessTree(command);

  const costs = await interleave(
    runs,
    mapValues(commands, (command) => () => measureProcessTree(command)),
    progress,
  );
  const { cli, environment } = await openSandbox(benchFolders("dev"));
  const folders = Object.fromEntries(packs.map((pack) => [pack.name, path.join(root, packFolder(pack))]));
  const starts = await interleave(
    runs,
    mapValues(folders, (folder) => () => measurePackStart(folder, environment)),
    progress,
  );
  const memory = [];
  for (const size of estateSizes) {
    const command = commands[size];
    if (command === undefined) continue;
    progress(`memory of ${size}`);
    memory.push({ resources: command.resources, ...(await measurePeakMemory(command)) });
  }
  const resources = new Map(estateSizes.map((size) => [size, commands[size]?.resources ?? 0]));
  return { cli, costs, starts, memory, resources };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/** To stderr, so that `--json` stays alone on stdout. */
function progress(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
