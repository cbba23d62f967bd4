import { writeSync } from "node:fs";
import { renderVerdict } from "./render";
import type { Request } from "./request";
import { exitCodes, type Verdict } from "./verdict";

/** The end of a preview: its verdict on stdout, as text or as the one JSON document, and as the exit code. */
export function printVerdict(verdict: Verdict, { json }: Request): void {
  const text = json ? JSON.stringify(verdict, null, 2) : `\n${renderVerdict(verdict)}`;
  writeSync(process.stdout.fd, `${text}\n`);
  process.exitCode = exitCodes[verdict.outcome];
}
