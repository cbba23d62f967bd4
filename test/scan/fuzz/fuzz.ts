import { parseArgs } from "node:util";
import { generate } from "./generate";
import { Random } from "./random";
import { tryInput } from "./tryInput";

// `npm run fuzz -- [--count 1000000] [--from 0]`: tries inputs by their number, which alone makes them again. Ends
// with 1 at the first that crashes, hangs, or makes memory grow.

/** CPU time of one input, whose text is some kilobytes; garbage of its forerunners included. */
const mostSeconds = 2;
/** What a million inputs may leave behind, after garbage is collected. */
const mostHeapBytes = 512 * 1024 * 1024;

const { values } = parseArgs({
  options: { count: { type: "string", default: "1000000" }, from: { type: "string", default: "0" } },
});
const from = Number(values.from);
const count = Number(values.count);

let slowest = { number: -1, seconds: 0 };
let largestHeap = 0;
const startedAt = Date.now();

for (let number = from; number < from + count; number++) {
  const input = generate(new Random(number));
  const start = process.cpuUsage();
  let wrong: string | undefined;
  try {
    wrong = tryInput(input);
  } catch (error) {
    wrong = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  if (seconds > slowest.seconds) slowest = { number, seconds };
  if (seconds > mostSeconds) wrong ??= `it took ${seconds.toFixed(1)} s`;
  if (number % 1000 === 0) {
    largestHeap = Math.max(largestHeap, process.memoryUsage().heapUsed);
    if (largestHeap > mostHeapBytes) wrong ??= `memory has grown to ${largestHeap} bytes`;
  }
  if (wrong !== undefined) {
    console.error(`input ${number} (npm run fuzz -- --from ${number} --count 1): ${wrong}`);
    process.exit(1);
  }
  if ((number + 1 - from) % 50_000 === 0) report(number + 1 - from);
}
report(count);

function report(done: number): void {
  const rate = (done / ((Date.now() - startedAt) / 1000)).toFixed(0);
  const heap = (largestHeap / 1024 / 1024).toFixed(0);
  console.log(
    `${done} inputs, none wrong; ${rate}/s; slowest ${slowest.seconds.toFixed(3)} s (input ${slowest.number}); heap ${heap} MiB`,
  );
}
