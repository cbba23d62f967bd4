import { root } from "../build/compile";
import { StackConfigError } from "../infra/config/stackConfigError";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { openSandbox } from "../sandbox/sandbox";
import { watchInterruption } from "./interruption";
import { printVerdict } from "./print";
import { parseRequest, type Request } from "./request";
import { runPreview } from "./runPreview";
import { notJudged, type Verdict } from "./verdict";

/** `npm run preview`: what a stack would change, and whether policy allows it, without an AWS account. */
async function main(): Promise<void> {
  const request = parseRequest(process.argv.slice(2));
  if (request === undefined) return;
  const print = (verdict: Verdict) => printVerdict(verdict, request);
  const interruption = watchInterruption((problem) => {
    print(notJudged(request.stack, [problem, "the engine did not stop in time"]));
    process.exit();
  });
  const verdict = await preview(request).catch((error) => notJudged(request.stack, problemsOf(error)));
  const problem = interruption();
  print(problem === undefined ? verdict : notJudged(request.stack, [problem]));
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
