import assert from "node:assert/strict";
import { figuresOf, type Measurements } from "../../bench/figures";
import { brokenLimits, keepsToLimit, renderReport } from "../../bench/report";

const cost = (cpuSeconds: number) => ({ cpuSeconds, wallSeconds: cpuSeconds / 2 });

const measurements: Measurements = {
  costs: new Map([
    ["empty", [cost(1), cost(9), cost(1)]],
    ["dev", [cost(2), cost(2), cost(90)]],
    ["small", [cost(3), cost(3), cost(3)]],
    ["middle", [cost(5), cost(5), cost(5)]],
    ["large", [cost(12), cost(12), cost(12)]],
  ]),
  starts: new Map([["imds", [cost(0.25)]]]),
  memory: [{ resources: 1000, sumMiB: 1100, largestMiB: 300, largestCommand: "pulumi", processes: 7 }],
  resources: new Map([
    ["small", 100],
    ["middle", 500],
    ["large", 1000],
  ]),
};

function figureOf(title: string): number | undefined {
  return figuresOf(measurements).find((figure) => figure.title === title)?.value;
}

describe("figuresOf", () => {
  it("holds the median preview against the median floor, and about a hundred resources to the limit", () => {
    assert.equal(figureOf("preview of dev, all packs: CPU to the floor's"), 2);
    assert.equal(figureOf("preview of 100 resources, all packs: CPU to the floor's"), 3);
    assert.deepEqual(
      figuresOf(measurements)
        .filter(({ id, limit }) => id === "a" && limit !== undefined)
        .map(({ value, limit }) => [value, limit]),
      [[3, 2.5]],
    );
  });

  it("takes the cost of a resource from the difference of two estates, so that what each start costs is left out", () => {
    assert.equal(figureOf("CPU of each added resource"), 10);
  });

  it("shows what is not linear: here 14 ms a resource above 500, and 5 below", () => {
    assert.equal(figureOf("linear: the upper half's cost of a resource to the lower half's"), 14 / 5);
  });

  it("marks each limit as kept or not", () => {
    const kept = figuresOf(measurements).map(keepsToLimit);
    assert.deepEqual(
      kept.filter((it) => it !== undefined),
      [false, false, false],
    );
  });
});

describe("brokenLimits", () => {
  it("names the figures over their limit, and no other", () => {
    assert.deepEqual(brokenLimits(figuresOf(measurements)), [
      "preview of 100 resources, all packs: CPU to the floor's",
      "CPU of each added resource",
      "peak memory at 1000 resources: sum over 7 processes",
    ]);
  });
});

describe("renderReport", () => {
  it("lines up the figures and says each limit next to its figure", () => {
    const text = renderReport({
      runs: 5,
      node: "v20",
      engine: "3.220.0",
      cpus: 2,
      figures: [
        { id: "a", title: "ratio", value: 2.5, unit: "x", limit: 2.5 },
        { id: "b", title: "CPU of each", value: 12.34, unit: "ms", limit: 9 },
        { id: "c", title: "start", value: 1, unit: "s" },
      ],
    });
    assert.equal(
      text,
      [
        "Medians of 5 interleaved runs; Node v20, engine 3.220.0, 2 CPUs.",
        "",
        "a  ratio         2.50 x  ✓ at most 2.50 x",
        "b  CPU of each  12.3 ms  ✗ at most 9.0 ms",
        "c  start         1.00 s",
      ].join("\n"),
    );
  });
});
