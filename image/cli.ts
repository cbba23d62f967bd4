import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../build/compile";
import { findCommit } from "../infra/images/gitCommit";
import { findRevision, parseRevisions, recordRevisions, revisionsFile } from "../infra/images/revision";
import { findDifference, planHistory } from "./difference";
import { renderDifference, renderHistory } from "./render";
import { planStackImages } from "./stackImages";

const usage = `npm run image -- <record|diff|history> [arguments]

  record [--stack <name>]      give the content of each image of the stack a revision in infra/images/revisions.json,
                               where it has none
  diff <image> [<n> [<m>]]     which steps, packages and files changed between two revisions of an image such as
                               web-full; left out: the last two
  history [<image>]            every revision, the commit that recorded it, and its parent

  --json                       diff and history: one JSON document

Exit code 0: done. 1: it could not be done. 2: wrong arguments.
`;

/** `npm run image` */
function main(): void {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      stack: { type: "string", short: "s" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const file = path.join(root, revisionsFile);
  const revisions = parseRevisions(readFileSync(file, "utf8"));
  const print = (value: unknown, render: () => string) =>
    process.stdout.write(`${values.json ? JSON.stringify(value, null, 2) : render()}\n`);
  switch (command) {
    case "record": {
      const plans = planStackImages(root, values.stack ?? "dev");
      const recorded = recordRevisions(revisions, plans);
      writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
      for (const plan of plans) {
        const was = findRevision(revisions, plan);
        const number = findRevision(recorded, plan)?.number;
        process.stdout.write(`${plan.name} 1.${number}${was === undefined ? ": recorded" : ": as it was"}\n`);
      }
      return;
    }
    case "diff": {
      const [image = "", from, to] = rest;
      const difference = findDifference(revisions, image, { from: numberOf(from), to: numberOf(to) });
      print(difference, () => renderDifference(difference));
      return;
    }
    case "history": {
      const history = planHistory(revisions, rest[0], (digest) => findCommit(root, revisionsFile, digest));
      print(history, () => renderHistory(history));
      return;
    }
    default:
      throw new TypeError(`expected record, diff or history, got ${positionals.join(" ") || "nothing"}`);
  }
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, digits] = /^(?:1\.)?(\d+)$/.exec(text) ?? [];
  if (digits === undefined)
    throw new TypeError(`expected the number of a revision such as 3 or 1.3, got ${text}`);
  return Number(digits);
}

try {
  main();
} catch (error) {
  const isUsage = error instanceof TypeError;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(isUsage ? `${message}\n\n${usage}` : `${message}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
