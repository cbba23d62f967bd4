import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../build/compile";
import { findCommit } from "../infra/images/gitCommit";
import { findRevision, parseRevisions, recordRevisions, revisionsFile } from "../infra/images/revision";
import { noteDeployments, parseDeployments, parseRunning, planPromotion, planRollback } from "./deployments";
import { findDifference, planHistory } from "./difference";
import { renderDifference, renderHistory } from "./render";
import { withImageId } from "./stackFile";
import { builtDigests, planStackImages, wantedDigests } from "./stackImages";

const usage = `npm run image -- <command>

  record [--stack <name>]      give the content of each image of the stack a revision in infra/images/revisions.json,
                               where it has none
  diff <image> [<n> [<m>]]     which steps, packages and files changed between two revisions of an image such as
                               web-full; left out: the last two
  history [<image>]            every revision, the commit that recorded it, and its parent
  note --stack <name>          note the images that the stack runs in infra/images/deployments.json, by its outputs on
                               stdin: pulumi stack output --json --stack <name> | npm run -s image -- note --stack <name>
  promote <workload> --from <stack> --stack <stack>
                               write what one stack ran last into the file of another, where their contents are the same
  rollback <workload> --stack <stack>
                               write the image of before into the stack's file

  --json                       diff and history: one JSON document

promote and rollback change one line, imageId, for review; the next update does it. Exit code 0: done. 1: it could not be
done. 2: wrong arguments.
`;

const deploymentsFile = "infra/images/deployments.json";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const write = (file: string, text: string) => writeFileSync(path.join(root, file), text);
const writeJson = (file: string, value: unknown) => write(file, `${JSON.stringify(value, null, 2)}\n`);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** `npm run image` */
function main(): void {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      stack: { type: "string", short: "s", default: "dev" },
      from: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [command, subject, ...rest] = positionals;
  const { stack } = values;
  const print = (value: unknown, render: () => string) =>
    say(values.json ? JSON.stringify(value, null, 2) : render());
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  switch (command) {
    case "record":
      record(stack);
      return;
    case "diff": {
      const [from, to] = rest.map(numberOf);
      const difference = findDifference(parseRevisions(read(revisionsFile)), subject ?? "", { from, to });
      print(difference, () => renderDifference(difference));
      return;
    }
    case "history": {
      const history = planHistory(parseRevisions(read(revisionsFile)), subject, (digest) =>
        findCommit(root, revisionsFile, digest),
      );
      print(history, () => renderHistory(history));
      return;
    }
    case "note": {
      const running = parseRunning(readFileSync(process.stdin.fd, "utf8"));
      const before = parseDeployments(read(deploymentsFile));
      writeJson(deploymentsFile, noteDeployments(before, stack, running, builtDigests(root, stack)));
      return;
    }
    case "promote": {
      const workload = required(subject, "a workload");
      const from = required(values.from, "--from <stack>");
      const wanted = wantedDigests(root, stack)[workload];
      pin(
        stack,
        workload,
        planPromotion(parseDeployments(read(deploymentsFile)), { from, workload, wanted }),
      );
      return;
    }
    case "rollback": {
      const workload = required(subject, "a workload");
      pin(stack, workload, planRollback(parseDeployments(read(deploymentsFile)), stack, workload));
      return;
    }
    default:
      throw new TypeError(
        `expected record, diff, history, note, promote or rollback, got ${positionals.join(" ") || "nothing"}`,
      );
  }
}

function record(stack: string): void {
  const revisions = parseRevisions(read(revisionsFile));
  const plans = planStackImages(root, stack);
  const recorded = recordRevisions(revisions, plans);
  writeJson(revisionsFile, recorded);
  for (const plan of plans) {
    const was = findRevision(revisions, plan);
    say(
      `${plan.name} 1.${findRevision(recorded, plan)?.number}: ${was === undefined ? "recorded" : "as it was"}`,
    );
  }
}

function pin(stack: string, workload: string, imageId: string): void {
  const file = `Pulumi.${stack}.yaml`;
  write(file, withImageId(read(file), workload, imageId));
  say(`${file}: ${workload} runs ${imageId} after the next update`);
}

function required(value: string | undefined, what: string): string {
  if (value === undefined) throw new TypeError(`expected ${what}, got nothing`);
  return value;
}

function numberOf(text: string): number {
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
