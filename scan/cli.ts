import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openAll } from "./inputs/files";
import { subjectsOf } from "./inputs/subjects";
import { exitCodeOf, exitCodes, judge, type Report } from "./report/finding";
import { renderSarif } from "./report/sarif";
import { renderText } from "./report/text";
import { findSecrets } from "./secrets/findSecrets";

const usage = `npm run -s scan -- [--format text|json|sarif] FILE|DIR|- ...

  Finds what must not reach an instance: secrets, IMDSv1, unencrypted volumes, credentials in logs, user data that is
  too large or ignored. Reads user data (raw, base64, gzip, MIME), files, folders, and the JSON of pulumi stack
  export, pulumi preview --json and aws ... describe-*. docs/scan.md says all formats.

Exit code 0: everything was read and nothing found. 1: something was found. 2: something could not be read, or the
arguments are wrong.
`;

const renderers = {
  text: renderText,
  json: (report: Report) => `${JSON.stringify(report, null, 2)}\n`,
  sarif: renderSarif,
} as const;
type ReportFormat = keyof typeof renderers;

interface Request {
  readonly format: ReportFormat;
  readonly inputs: readonly string[];
}

function main(): void {
  const request = parseRequest(process.argv.slice(2));
  if (request === undefined) return;
  const report = scan(request.inputs);
  writeFileSync(process.stdout.fd, renderers[request.format](report));
  process.exitCode = exitCodeOf(report);
}

/** Undefined when there is nothing to do, because help was asked for or the arguments are wrong. */
function parseRequest(args: string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string", default: "text" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      return undefined;
    }
    if (!isFormat(values.format))
      throw new Error(`--format: expected text, json or sarif, got ${JSON.stringify(values.format)}`);
    if (positionals.length === 0)
      throw new Error("nothing to scan: name a file, a folder, or - for standard input");
    return { format: values.format, inputs: positionals };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = exitCodes.notRead;
    return undefined;
  }
}

function isFormat(format: string): format is ReportFormat {
  return Object.hasOwn(renderers, format);
}

function scan(inputs: readonly string[]): Report {
  const reports: Report[] = [];
  for (const input of inputs)
    for (const opened of openAll(input)) {
      if ("bytes" in opened) reports.push(judge(subjectsOf(opened.file, opened.bytes), findSecrets));
      else
        reports.push({
          findings: [],
          unread: [{ file: opened.file, place: [], reason: opened.reason }],
          judged: 0,
        });
    }
  return {
    findings: reports.flatMap(({ findings }) => findings),
    unread: reports.flatMap(({ unread }) => unread),
    judged: reports.reduce((sum, { judged }) => sum + judged, 0),
  };
}

main();
