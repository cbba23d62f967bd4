// `node build/run.js bench/preview.ts <stack>`: what `npm run preview` does, for dev or a stack of bench/estate, in
// a sandbox of the bench's own, in which nothing exists. Prints how many resources the preview would create.
import { renderVerdict } from "../review/render";
import { runPreview } from "../review/runPreview";
import { openSandbox } from "../sandbox/sandbox";
import { benchFolders } from "./folders";

async function main(stack: string | undefined): Promise<void> {
  if (stack === undefined) throw new Error("usage: node build/run.js bench/preview.ts <stack>");
  const sandbox = await openSandbox(benchFolders(stack === "dev" ? "dev" : "estate"));
  const verdict = await runPreview(sandbox, { stack, display: false });
  if (verdict.outcome !== "clean") throw new Error(renderVerdict(verdict));
  process.stdout.write(`${verdict.changes.create}\n`);
}

void main(process.argv[2]);
