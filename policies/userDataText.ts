import { gunzipSync } from "node:zlib";

/** Longest text that is looked at: user data is at most 16 KB, and a small archive may hold gigabytes. */
const longest = 1_048_576;

/**
 * User data as text, as far as a rule has to search it for a word: plain or base64, gzip inside or not. What is
 * nested deeper (MIME parts, files, scripts that decode) is for the user-data pack to read.
 */
export function userDataText(value: unknown): string {
  if (typeof value !== "string" || value === "") return "";
  const bytes = Buffer.from(value, "base64");
  const decoded =
    bytes.toString("base64").replace(/=+$/, "") === value.replace(/[=\s]+$/, "").replace(/\s/g, "");
  const raw = decoded ? bytes : Buffer.from(value);
  if (raw[0] !== 0x1f || raw[1] !== 0x8b) return raw.toString("utf8");
  try {
    return gunzipSync(raw, { maxOutputLength: longest }).toString("utf8");
  } catch {
    return ""; // Broken or far too large: EC2 would hand it to cloud-init, which can do nothing with it either.
  }
}
