import assert from "node:assert/strict";
import { measurePeakMemory } from "../../bench/peakMemory";
import { measureProcessTree, parseTimes } from "../../bench/processTree";
import { interleave, median } from "../../bench/statistics";

const node = (script: string) => ({
  file: process.execPath,
  args: ["-e", script],
  cwd: process.cwd(),
  env: process.env,
});
// Asks seldom: asking is a system call, and would cost more than the spinning.
const spin = `
  const end = process.cpuUsage().user + 300_000;
  while (process.cpuUsage().user < end) for (let i = 0; i < 1e6; i += 1);`;

describe("measureProcessTree", () => {
  it("counts the CPU time of a grandchild, which Node itself does not see", async () => {
    const spawnSync = `require("child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(spin)}])`;
    const { cpuSeconds } = await measureProcessTree(node(spawnSync));
    assert.ok(cpuSeconds >= 0.3 && cpuSeconds < 1, `${cpuSeconds} s`);
  });

  it("refuses to measure a command that fails", async () => {
    await assert.rejects(measureProcessTree(node("process.exit(3)")), /expected exit code 0, got 3/);
  });
});

describe("parseTimes", () => {
  it("adds the children's user and system time, and leaves out the shell's own", () => {
    assert.equal(parseTimes("0m7.000s 0m8.000s\n1m2.500s 0m0.250s\n"), 62.75);
  });

  it("refuses what is not the output of times", () => {
    assert.throws(() => parseTimes("oops"), /expected two lines of two times each, got "oops"/);
  });
});

describe("measurePeakMemory", () => {
  it("finds the peak of a child that has let go of the memory again", async () => {
    const allocate = "let b = Buffer.alloc(200 << 20, 1); b = null; setTimeout(() => {}, 200)";
    const { largestMiB, processes } = await measurePeakMemory(node(allocate));
    assert.ok(largestMiB > 200 && largestMiB < 400, `${largestMiB} MiB`);
    assert.equal(processes, 1);
  });
});

describe("median", () => {
  it("is the middle one of an odd number, and between the middle two of an even number", () => {
    assert.deepEqual([median([9, 1, 2]), median([4, 1, 2, 100])], [2, 3]);
  });

  it("refuses an empty list", () => {
    assert.throws(() => median([]), /got none/);
  });
});

describe("interleave", () => {
  it("runs every task once before it runs any of them again", async () => {
    const order: string[] = [];
    const task = (name: string) => async () => order.push(name);
    const results = await interleave(2, { a: task("a"), b: task("b") }, () => {});
    assert.deepEqual(order, ["a", "b", "a", "b"]);
    assert.deepEqual(results.get("b"), [2, 4]);
  });
});
