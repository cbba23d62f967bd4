import { chmod, readFile } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";

/** Atomic, and silent when nothing changes: another command may be reading the file at this moment. */
export async function writeIfChanged(file: string, content: string, mode = 0o644): Promise<void> {
  if ((await read(file)) === content) return;
  await writeFileAtomic(file, content, { mode });
  await chmod(file, mode);
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}
