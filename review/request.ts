import { parseArgs } from "node:util";
import { exitCodes } from "./verdict";

const usage = `npm run preview -- [--stack <name>] [--json]

  --stack <name>  the stack to preview (default: dev)
  --json          print one JSON document on stdout and nothing else

Exit code 0: no mandatory rule is violated. 1: one is. 2: something kept the preview from judging.
`;

export interface Request {
  readonly stack: string;
  readonly json: boolean;
}

/** Undefined when there is nothing to do, because help was asked for or the arguments are wrong. */
export function parseRequest(args: readonly string[]): Request | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stack: { type: "string", short: "s", default: "dev" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (!values.help) return values;
    process.stdout.write(usage);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = exitCodes.notJudged;
  }
  return undefined;
}
