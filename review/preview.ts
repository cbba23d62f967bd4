import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { root } from "../build/compile";
import { StackConfigError } from "../infra/config/stackConfigError";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { openSandbox } from "../sandbox/sandbox";
import { watchInterruption } from "./interruption";
import { renderVerdict } from "./render";
import { runPreview } from "./runPreview";
import { exitCodes, notJudged, type Verdict } from "./verdict";

const usage = `npm run preview -- [--stack <name>] [--json]

  --stack <name>  the stack to preview (default: dev)
  --json          print one JSON document on stdout and nothing else

Exit code 0: no mandatory rule is violated. 1: one is. 2: something kept the preview from judging.
`;

interface Request {
  stack: string;
  json: boolean;
}

/** `npm run preview`: what a stack would change, and whether policy allows it, without an AWS account. */
async function main(): Promise<void> {
  const request = parseRequest(process.argv.slice(2));
  if (request === undefined) return;
  const print = (verdict: Verdict) => {
    const text = request.json ? JSON.stringify(verdict, null, 2) : `\n${renderVerdict(verdict)}`;
    writeSync(process.stdout.fd, `${text}\n`);
    process.exitCode = exitCodes[verdict.outcome];
  };
  const interruption = watchInterruption((problem) => {
    print(notJudged(request.stack, [problem, "the engine did not stop in time"]));
    process.exit();
  });
  const verdict = await preview(request).catch((error) => notJudged(request.stack, problemsOf(error)));
  const problem = interruption();
  print(problem === undefined ? verdict : notJudged(request.stack, [problem]));
}

/** Undefined when there is nothing to do, because help was asked for or the arguments are wrong. */
function parseRequest(args: string[]): Request | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        stack: { type: "string", short: "s", default: "dev" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (!values.help) return values;
    process.stdout.write(usage);
  } catch (error) {
    process.stderr.write(`${problemsOf(error).join("\n")}\n\n${usage}`);
    process.exitCode = exitCodes.notJudged;
  }
  return undefined;
}

async function preview({ stack, json }: Request): Promise<Verdict> {
  // Before the engine is asked: it would need seconds to say less about the same mistakes.
  loadCheckedStack(root, stack);
  const sandbox = await openSandbox();
  return runPreview(sandbox, { stack, display: !json });
}

/** One entry for each wrong setting; of any other error what it says, without our stack trace. */
function problemsOf(error: unknown): string[] {
  if (error instanceof StackConfigError) return error.message.split("\n");
  return [error instanceof Error ? error.message : String(error)];
}

void main();
