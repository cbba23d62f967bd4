// `npm run bench:secrets [-- --tuning | --second]`: what we find, and what other scanners find, in the same decoded texts.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { root } from "../build/compile";
import type { Format } from "../scan/reader/part";
import { findSecrets } from "../scan/secrets/findSecrets";
import { corpus, secondCorpus } from "../test/scan/corpus/corpus";
import type { Sample } from "../test/scan/corpus/template";
import { type Sightings, sightings } from "./secrets/scanner";
import { ready, scanners } from "./secrets/scanners";
import { precision, recall, type Score, score } from "./secrets/score";

/** File names by which each scanner sees the format for itself. */
const extensions: Readonly<Record<Format, string>> = {
  shell: ".sh",
  powershell: ".ps1",
  batch: ".bat",
  python: ".py",
  cloudConfig: ".yaml",
  yaml: ".yaml",
  json: ".json",
  toml: ".toml",
  ini: ".ini",
  dotenv: ".env",
  properties: ".properties",
  systemdUnit: ".service",
  xml: ".xml",
  mime: ".eml",
  value: ".txt",
  text: ".txt",
};

const isSecond = process.argv.includes("--second");
const split = process.argv.includes("--tuning") ? "tuning" : "heldOut";
const samples = isSecond ? secondCorpus : corpus.filter((sample) => sample.split === split);
const title = isSecond ? "Second corpus" : split === "heldOut" ? "Held-out half" : "Tuning half";

function fileOf(sample: Sample): string {
  return `${sample.id.replaceAll(/[ .]/g, "-")}${extensions[sample.format]}`;
}

function ours(): Sightings {
  return sightings(
    samples.flatMap((sample) =>
      findSecrets({ place: [], format: sample.format, text: sample.text, parts: [] }).map(
        ({ line }) => [fileOf(sample), line, line] as const,
      ),
    ),
  );
}

function writeSamples(): string {
  const folder = path.join(root, ".sandbox/scanners/samples");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const sample of samples) writeFileSync(path.join(folder, fileOf(sample)), sample.text);
  return folder;
}

function row(name: string, result: Score): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
  const f1 = (2 * precision(result) * recall(result)) / (precision(result) + recall(result) || 1);
  return `${name.padEnd(16)}${percent(recall(result))}${percent(precision(result))}${percent(f1)}   ${result.found} of ${result.planted} found, ${result.wrong} wrong`;
}

function main(): void {
  const folder = writeSamples();
  const lookAlikes = samples.filter(({ secrets }) => secrets.length === 0).length;
  console.log(`${title}: ${samples.length} texts, ${lookAlikes} of them look-alikes.\n`);
  console.log(`${"".padEnd(16)}  recall  precis.     F1`);
  console.log(row("bakeline", score(samples, fileOf, ours())));
  for (const scanner of scanners)
    try {
      const installed = ready(scanner, path.join(root, ".sandbox/scanners"));
      console.log(row(scanner.name, score(samples, fileOf, scanner.scan(installed, folder))));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : "something that is no Error";
      console.log(`${scanner.name.padEnd(16)}was not run: ${reason}`);
    }
  console.log("\nA planted secret counts as found by any finding on its lines, whatever its name.");
  for (const { name, from } of scanners) console.log(`${name}: ${from}.`);
}

main();
