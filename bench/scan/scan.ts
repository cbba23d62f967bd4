import { parseArgs } from "node:util";
import { findAllProblems } from "../../scan/checks/findTextProblems";
import { flatten, type Reading } from "../../scan/reader/part";
import { read } from "../../scan/reader/walk";
import { findSecrets } from "../../scan/secrets/findSecrets";
import { adversarial, bomb } from "./adversarial";
import { typicalCorpus } from "./corpus";

// `npm run bench:scan`: how fast user data is read and judged on one core, and that no input makes it slower than
// linear. Ends with 1 where a limit is broken.

/** Decoded text a second that reading and detecting must reach, in millions of characters. */
const leastThroughput = 20;
/** Time grows as size to this power; more than linear is slower at 16 MB by half than the noise of a busy machine. */
const mostGrowth = 1.25;

const { values } = parseArgs({
  options: { largest: { type: "string", default: "16" }, only: { type: "string" } },
});
const largest = Number(values.largest) * 1_000_000;

function scan(content: string | Uint8Array): Reading {
  const reading = readUserData(content);
  for (const part of flatten(reading.root)) findSecrets(part);
  findAllProblems(reading.root);
  return reading;
}

function readUserData(content: string | Uint8Array): Reading {
  return read(content, { place: ["userData"], type: "user-data", isUserData: true });
}

function seconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Decoded text a second. What is nested in a text is read and judged again by its own format, and not counted again. */
function throughput(): { reading: number; judging: number; both: number } {
  const corpus = typicalCorpus(20_000_000);
  for (const text of corpus.slice(0, 100)) scan(text);
  let units = 0;
  const reading = seconds(() => {
    for (const text of corpus) units += readUserData(text).root.text.length;
  });
  const both = seconds(() => {
    for (const text of corpus) scan(text);
  });
  const decoded = units / 1e6;
  return { reading: decoded / reading, judging: decoded / (both - reading), both: decoded / both };
}

/** The slope between a quarter of the largest size and the largest. */
function growth(make: (size: number) => string): { atLargest: number; exponent: number; unread: number } {
  const small = make(largest / 8);
  const large = make(largest);
  const atSmall = seconds(() => scan(small));
  let unread = 0;
  const atLargest = seconds(() => {
    unread = scan(large).unread.length;
  });
  return {
    atLargest,
    exponent: Math.log(atLargest / atSmall) / Math.log(large.length / small.length),
    unread,
  };
}

const broken: string[] = [];
const isAsked = (name: string) => values.only === undefined || name.includes(values.only);
if (isAsked("throughput")) {
  const { reading, judging, both } = throughput();
  console.log(
    `read and judged: ${both.toFixed(1)} MB/s of decoded text on one core (at least ${leastThroughput})`,
  );
  console.log(`  reading alone ${reading.toFixed(1)}, judging alone ${judging.toFixed(1)}`);
  if (both < leastThroughput) broken.push("throughput");
  const bombed = seconds(() => scan(bomb(16_000_000)));
  console.log(`a gzip bomb of 16 MB: ${bombed.toFixed(2)} s`);
}
console.log(
  `\n${"adversarial input".padEnd(34)} ${`s at ${values.largest} MB`.padStart(12)}  MB/s  exponent  unread`,
);
for (const [name, make] of Object.entries(adversarial)) {
  if (!isAsked(name)) continue;
  const { atLargest, exponent, unread } = growth(make);
  const isBroken = exponent > mostGrowth && atLargest > 1;
  if (isBroken) broken.push(name);
  const rate = (largest / 1e6 / atLargest).toFixed(0);
  console.log(
    `${name.padEnd(34)} ${atLargest.toFixed(2).padStart(12)} ${rate.padStart(5)} ${exponent.toFixed(2).padStart(9)} ${String(unread).padStart(7)}${isBroken ? "  over" : ""}`,
  );
}
if (broken.length > 0) {
  console.log(`\nover its limit: ${broken.join(", ")}`);
  process.exitCode = 1;
}
