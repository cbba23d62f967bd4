import * as z from "zod";
import { printVerdict } from "./print";
import { parseRequest } from "./request";
import { notJudged } from "./verdict";

/** What esbuild throws. */
const CompileError = z.object({
  errors: z.array(
    z.object({
      text: z.string(),
      location: z.object({ file: z.string(), line: z.number(), column: z.number() }).nullish(),
    }),
  ),
});

/** A line a mistake: `infra/workloads/web.ts:48:10: Expected "]" but found ":"`. */
export function brokenSourceProblems(error: unknown): string[] {
  const compiled = CompileError.safeParse(error);
  if (compiled.success)
    return compiled.data.errors.map(({ text, location }) =>
      location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
    );
  const message = error instanceof Error ? error.message : String(error);
  const [, place] =
    /\(?((?:infra|policies|scan|sandbox|review)\/[^\s()]+:\d+:\d+)\)?/.exec(
      error instanceof Error ? (error.stack ?? "") : "",
    ) ?? [];
  return [place === undefined ? message : `${place}: ${message}`];
}

/** The verdict where the program's own sources did not compile or load. */
export function tellBrokenSource(error: unknown, args: readonly string[]): void {
  const request = parseRequest(args);
  if (request !== undefined) printVerdict(notJudged(request.stack, brokenSourceProblems(error)), request);
}
