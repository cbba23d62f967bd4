import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";

/** A file's bytes, or why they could not be had. */
export type Opened =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly reason: string };

/** What others wrote and no instance gets; a scan of them is one's own to ask for, by naming the folder. */
const skippedFolders = new Set([".git", "node_modules"]);

/** Of pictures and fonts: https://en.wikipedia.org/wiki/List_of_file_signatures */
const pictures = ["89504e47", "ffd8ff", "47494638", "00000100", "774f4646", "774f4632", "00010000"];

const largestFile = 64 * 1024 * 1024;

/** The files that an argument names: `-` is standard input, a folder all that is in it. */
export function* openAll(argument: string): Generator<Opened> {
  if (argument === "-") {
    yield open("-");
    return;
  }
  const stats = statSync(argument, { throwIfNoEntry: false });
  if (stats === undefined) yield { file: argument, reason: "there is no such file" };
  else if (stats.isDirectory()) yield* openFolder(argument);
  else yield open(argument);
}

function* openFolder(folder: string): Generator<Opened> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name)) yield* openFolder(file);
    } else if (entry.isFile()) {
      const opened = open(file);
      if (!("bytes" in opened) || !isPicture(opened.bytes)) yield opened;
    } else yield { file, reason: "it is no file: a link is not followed" };
  }
}

function open(file: string): Opened {
  try {
    return { file, bytes: file === "-" ? readBounded(0) : readNamed(file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { file, reason: code ?? (error instanceof Error ? error.message : "it could not be opened") };
  }
}

function readNamed(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    if (size > largestFile) throw new Error(`it has ${size} bytes, more than ${largestFile}`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A pipe has no size to ask for, and may never end. */
function readBounded(descriptor: number): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(1 << 16);
    const read = readPatiently(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks);
    total += read;
    if (total > largestFile) throw new Error(`it has more than ${largestFile} bytes`);
    chunks.push(chunk.subarray(0, read));
  }
}

/** A pipe that is set not to block has nothing yet, rather than nothing more. */
function readPatiently(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error)) throw error;
      if (error.code === "EOF") return 0;
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return pictures.some((magic) => start.startsWith(magic));
}
