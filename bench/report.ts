/** One line of the bench's table. */
export interface Figure {
  /** Letter of the question that it answers. */
  id: string;
  title: string;
  value: number;
  unit: "s" | "ms" | "MiB" | "x" | "resources";
  /** The project's own limit, where it has set one. */
  limit?: number;
}

export interface Report {
  /** Rounds that the medians are of. */
  runs: number;
  node: string;
  engine: string;
  cpus: number;
  figures: readonly Figure[];
}

/** Whether a figure keeps to its limit; undefined where it has none. */
export function keepsToLimit({ value, limit }: Figure): boolean | undefined {
  return limit === undefined ? undefined : value <= limit;
}

/** The titles of the figures that break their limit. */
export function brokenLimits(figures: readonly Figure[]): string[] {
  return figures.filter((figure) => keepsToLimit(figure) === false).map(({ title }) => title);
}

export function renderReport({ runs, node, engine, cpus, figures }: Report): string {
  const rows = figures.map((figure) => [figure.id, figure.title, renderValue(figure), renderLimit(figure)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map(([id = "", title = "", value = "", limit = ""]) =>
    `${id.padEnd(widths[0] ?? 0)}  ${title.padEnd(widths[1] ?? 0)}  ${value.padStart(widths[2] ?? 0)}  ${limit}`.trimEnd(),
  );
  return [
    `Medians of ${runs} interleaved runs; Node ${node}, engine ${engine}, ${cpus} CPUs.`,
    "",
    ...table,
  ].join("\n");
}

function renderValue({ value, unit }: Figure): string {
  const digits = unit === "MiB" || unit === "resources" ? 0 : unit === "ms" ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function renderLimit(figure: Figure): string {
  const kept = keepsToLimit(figure);
  return kept === undefined
    ? ""
    : `${kept ? "✓" : "✗"} at most ${renderValue({ ...figure, value: figure.limit ?? 0 })}`;
}
