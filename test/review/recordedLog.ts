import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * An event log that engine v3.220.0 wrote for a project of a stack, a provider, two buckets, two launch
 * templates and an instance, with the packs `imds` and `encryption`. Only file paths were changed.
 */
export function recordedLog(name: string): string {
  return readFileSync(path.join(__dirname, "eventLogs", `${name}.jsonl`), "utf8");
}

/** The log without the lines that contain the text, its events numbered anew as if they had never been. */
export function without(log: string, text: string): string {
  return log
    .split("\n")
    .filter((line) => line !== "" && !line.includes(text))
    .map((line, index) => line.replace(/"sequence":\d+/, `"sequence":${index}`))
    .join("\n");
}
