import { median } from "../statistics";
import type { Boot } from "./measure";
import { type PhaseTimes, phases } from "./phases";

export const bootNames = ["floor", "full", "foundational", "base"] as const;
export type BootName = (typeof bootNames)[number];

/** A tier's boots in figures: medians, in milliseconds. */
export interface BootRow {
  readonly name: BootName;
  readonly readyMs: number;
  /** Of every boot, in their order. */
  readonly all: readonly number[];
  readonly phases: PhaseTimes;
}

/** What the project has set itself, as ratios within one run. */
const bootLimits = { fullToFloor: 1.3, foundationalToFloor: 2, baseToFull: 4 } as const;

export function bootRow(name: BootName, boots: readonly Boot[]): BootRow {
  const all = boots.map(({ readyMs }) => readyMs);
  const of = (phase: (typeof phases)[number]) => Math.round(median(boots.map((boot) => boot.phases[phase])));
  return {
    name,
    readyMs: median(all),
    all,
    phases: {
      setup: of("setup"),
      systemd: of("systemd"),
      "cloud-init": of("cloud-init"),
      download: of("download"),
      install: of("install"),
      start: of("start"),
      answer: of("answer"),
    },
  };
}

interface Ratio {
  readonly title: string;
  readonly value: number;
  readonly limit: string;
  readonly kept: boolean;
}

export function planRatios(rows: readonly BootRow[]): Ratio[] {
  const ready = (name: BootName) => rows.find((row) => row.name === name)?.readyMs ?? Number.NaN;
  const { fullToFloor, foundationalToFloor, baseToFull } = bootLimits;
  const full = ready("full") / ready("floor");
  const foundational = ready("foundational") / ready("floor");
  const base = ready("base") / ready("full");
  return [
    { title: "full to floor", value: full, limit: `at most ${fullToFloor}`, kept: full <= fullToFloor },
    {
      title: "foundational to floor",
      value: foundational,
      limit: `at most ${foundationalToFloor}`,
      kept: foundational <= foundationalToFloor,
    },
    { title: "base to full", value: base, limit: `at least ${baseToFull}`, kept: base >= baseToFull },
  ];
}

export function renderBootReport(rows: readonly BootRow[]): string {
  const cells = (row: BootRow) => [row.readyMs, ...phases.map((phase) => row.phases[phase])];
  const head = ["ms, medians", "ready", ...phases];
  const table = [head, ...rows.map((row) => [row.name, ...cells(row).map((ms) => ms.toFixed(0))])];
  return [
    ...table.map(([name = "", ...rest]) => name.padEnd(14) + rest.map((cell) => cell.padStart(11)).join("")),
    "",
    ...rows.map(({ name, all }) => `${name}: ${all.join(", ")} ms`),
    "",
    ...planRatios(rows).map(
      ({ title, value, limit, kept }) =>
        `${kept ? "✓" : "✗"} ${title} ${value.toFixed(2)} x, limit ${limit} x`,
    ),
  ].join("\n");
}
