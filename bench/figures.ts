import type { PeakMemory } from "./peakMemory";
import type { ProcessTreeCost } from "./processTree";
import type { Figure } from "./report";
import { median } from "./statistics";

/** Everything that was measured. */
export interface Measurements {
  /** One list each for `empty`, `dev` and the estates by their stack. */
  costs: ReadonlyMap<string, readonly ProcessTreeCost[]>;
  /** By pack. */
  starts: ReadonlyMap<string, readonly ProcessTreeCost[]>;
  /** By estate, smallest first. */
  memory: readonly (PeakMemory & { resources: number })[];
  /** Resources of each estate, by its stack. */
  resources: ReadonlyMap<string, number>;
}

/** The limits that the project has set itself; each is explained where it is reported. */
export const limits = { previewToFloor: 2.5, millisecondsPerResource: 9, peakMiB: 1024 } as const;

export function figuresOf({ costs, starts, memory, resources }: Measurements): Figure[] {
  const cpu = (name: string) => median((costs.get(name) ?? []).map(({ cpuSeconds }) => cpuSeconds));
  const wall = (name: string) => median((costs.get(name) ?? []).map(({ wallSeconds }) => wallSeconds));
  const [small = "", middle = "", large = ""] = resources.keys();
  const added = (from: string, to: string) => (resources.get(to) ?? 0) - (resources.get(from) ?? 0);
  const perResource = (from: string, to: string) => ((cpu(to) - cpu(from)) / added(from, to)) * 1000;

  return [
    { id: "", title: "floor: CPU of the engine previewing an empty program", value: cpu("empty"), unit: "s" },
    { id: "", title: "floor: wall", value: wall("empty"), unit: "s" },
    // The limit is of an estate of about a hundred resources. dev has grown past that, and pays for what it has by (b).
    {
      id: "a",
      title: `preview of ${resources.get(small)} resources, all packs: CPU to the floor's`,
      value: cpu(small) / cpu("empty"),
      unit: "x",
      limit: limits.previewToFloor,
    },
    {
      id: "a",
      title: `preview of ${resources.get(small)} resources, all packs: wall to the floor's`,
      value: wall(small) / wall("empty"),
      unit: "x",
    },
    { id: "a", title: "preview of dev, all packs: CPU", value: cpu("dev"), unit: "s" },
    { id: "a", title: "preview of dev, all packs: wall", value: wall("dev"), unit: "s" },
    {
      id: "a",
      title: "preview of dev, all packs: CPU to the floor's",
      value: cpu("dev") / cpu("empty"),
      unit: "x",
    },
    ...[...resources].flatMap(([name, count]): Figure[] => [
      { id: "b", title: `estate of ${count} resources: CPU`, value: cpu(name), unit: "s" },
      { id: "b", title: `estate of ${count} resources: wall`, value: wall(name), unit: "s" },
    ]),
    {
      id: "b",
      title: "CPU of each added resource",
      value: perResource(small, large),
      unit: "ms",
      limit: limits.millisecondsPerResource,
    },
    {
      id: "b",
      title: "linear: the upper half's cost of a resource to the lower half's",
      value: perResource(middle, large) / perResource(small, middle),
      unit: "x",
    },
    ...[...starts].flatMap(([pack, costs]): Figure[] => [
      {
        id: "c",
        title: `start of pack ${pack}: CPU`,
        value: medianOf(costs, "cpuSeconds") * 1000,
        unit: "ms",
      },
      {
        id: "c",
        title: `start of pack ${pack}: wall`,
        value: medianOf(costs, "wallSeconds") * 1000,
        unit: "ms",
      },
    ]),
    ...memory.flatMap(({ resources, sumMiB, largestMiB, processes }): Figure[] => [
      {
        id: "d",
        title: `peak memory at ${resources} resources: sum over ${processes} processes`,
        value: sumMiB,
        unit: "MiB",
        limit: limits.peakMiB,
      },
      {
        id: "d",
        title: `peak memory at ${resources} resources: largest process`,
        value: largestMiB,
        unit: "MiB",
      },
    ]),
  ];
}

function medianOf(costs: readonly ProcessTreeCost[], what: keyof ProcessTreeCost): number {
  return median(costs.map((cost) => cost[what]));
}
