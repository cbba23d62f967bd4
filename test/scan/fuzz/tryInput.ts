import { findAllProblems } from "../../../scan/checks/findTextProblems";
import { limits } from "../../../scan/reader/limits";
import { flatten } from "../../../scan/reader/part";
import { read } from "../../../scan/reader/walk";
import { findSecrets } from "../../../scan/secrets/findSecrets";

/** Reads and judges an input, and says what should never be so: undefined for an input that behaved. */
export function tryInput(content: string | Uint8Array): string | undefined {
  const reading = read(content, { place: ["userData"], type: "user-data", isUserData: true });
  let parts = 0;
  let units = 0;
  for (const part of flatten(reading.root)) {
    parts++;
    units += part.text.length;
    if (part.place[0] !== "userData") return "a part does not begin at its carrier";
    const lines = part.text.split("\n");
    for (const { line, column } of findSecrets(part))
      if (column < 1 || column > (lines[line - 1]?.length ?? -1))
        return `a secret at ${line}:${column} is outside its text`;
  }
  if (parts > limits.parts) return `${parts} parts`;
  if (units > limits.units) return `${units} characters`;
  if (reading.unread.length > limits.unread + 1) return `${reading.unread.length} rows of what is unread`;
  const failed = reading.unread.find(({ reason }) => reason.startsWith("what is inside could not"));
  if (failed !== undefined) return `a reader failed: ${failed.reason}`;
  for (const { line, column, part } of findAllProblems(reading.root)) {
    const text = part.text.split("\n")[line - 1];
    if (text === undefined || column < 1 || column > text.length + 1)
      return `a problem at ${line}:${column} is outside its text`;
  }
  return undefined;
}
