// `npm run bench:packs`: what all packs in one process cost for 1,000 resources beyond the pack's start, asked as the
// engine asks: each resource to be repaired, each to be judged, and all once more at the end. The resources are the
// rules' own examples, so every one of them has some rule to judge it. Ends with 1 over a limit.
import path from "node:path";
import { performance } from "node:perf_hooks";
import { root } from "../build/compile";
import { bakeline } from "../policies/bakeline/pack";
import { packFolder, packs } from "../policies/packs";
import { PackProcess, type WireProperties } from "../test/policies/packProcess";
import { cpuSecondsOf } from "./packStart";
import { median } from "./statistics";

const count = 1_000;
const runs = 5;
/** Seconds of CPU. */
const limits = { start: 1.2, judging: 2 } as const;

async function main(): Promise<void> {
  const resources = examples();
  const costs = [];
  // The first compiles the pack.
  for (let run = 0; run <= runs; run += 1) costs.push(await measure(resources));
  costs.shift();
  for (const what of ["start", "judging"] as const) {
    const seconds = median(costs.map((cost) => cost[what]));
    const verdict = seconds <= limits[what] ? "" : `, over its limit of ${limits[what]} s`;
    process.stdout.write(`${titles[what]}: ${seconds.toFixed(2)} s of CPU${verdict}\n`);
    if (verdict !== "") process.exitCode = 1;
  }
}

const titles = {
  start: "start of all packs in one process",
  judging: `${count} resources beyond the start`,
} as const;

interface Example {
  readonly type: string;
  readonly properties: WireProperties;
}

function examples(): readonly Example[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const all = rules.flatMap(({ types: [first = ""], examples: { pass } }) =>
    pass.map(({ type = first, properties }) => ({
      type,
      properties: JSON.parse(JSON.stringify(properties)),
    })),
  );
  return Array.from({ length: count }, (_, index) => all[index % all.length] ?? fail());
}

function fail(): never {
  throw new Error("the rules have no examples");
}

async function measure(resources: readonly Example[]) {
  const began = performance.now();
  const pack = await PackProcess.start(path.join(root, packFolder(bakeline)));
  try {
    const start = cpuSecondsOf(pack.pid);
    for (const [index, { type, properties }] of resources.entries()) {
      await pack.remediations(type, properties);
      await pack.analyze(type, properties, { name: `resource-${index}` });
    }
    await pack.analyzeStack();
    const cost = { start, judging: cpuSecondsOf(pack.pid) - start };
    process.stderr.write(`${JSON.stringify(cost)} in ${Math.round(performance.now() - began)} ms\n`);
    return cost;
  } finally {
    await pack.stop();
  }
}

void main();
