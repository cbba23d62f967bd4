import fs from "node:fs";
import path from "node:path";
import type { Entry } from "./accountView";
import { parseEntry, renderEntry } from "./entryText";
import { type Faults, noFaults } from "./faults";
import { compareEntries, type Ledger } from "./ledger";
import { entryPath, folderOf } from "./ledgerPaths";

/** An entry as last read, and what its file looked like then. */
interface Cached {
  entry: Entry;
  stamp: string;
}

/**
 * A ledger as a folder: a sub-folder per type, one JSON file per resource, for people to read and to edit (that is
 * drift). A file appears, changes and goes in one step of the file system, so no reader ever sees half of one and
 * `kill -9` leaves at most a temporary file, which the next process sweeps.
 *
 * Files are parsed once a process. `find` sees what others changed meanwhile, by the file's stamp; `all` sees what
 * others added and removed, by the folder's listing.
 */
export function openFileLedger(folder: string, faults: Faults = noFaults): Ledger {
  const cache = new Map<string, Cached>();
  const temporary = path.join(folder, ".writing");
  fs.mkdirSync(temporary, { recursive: true });
  sweep(temporary);
  let writes = 0;

  function read(file: string): Entry | undefined {
    const stats = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) {
      cache.delete(file);
      return undefined;
    }
    const stamp = `${stats.ino} ${stats.mtimeNs} ${stats.size}`;
    const known = cache.get(file);
    if (known?.stamp === stamp) return known.entry;
    return load(file, stamp);
  }

  function load(file: string, stamp: string): Entry | undefined {
    let text: string;
    try {
      text = fs.readFileSync(file, "utf8");
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    const entry = parseEntry(text, file);
    cache.set(file, { entry, stamp });
    return entry;
  }

  function readFolder(name: string): readonly Entry[] {
    const names = listFiles(path.join(folder, name));
    return names.flatMap((file) => {
      const full = path.join(folder, name, file);
      const entry = cache.get(full)?.entry ?? read(full);
      return entry === undefined ? [] : [entry];
    });
  }

  return {
    find: (token, id) => read(entryPath(folder, token, id)),
    all: (token) => readFolder(folderOf(token)),
    entries: () =>
      fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((item) => item.isDirectory() && !item.name.startsWith("."))
        .flatMap((item) => readFolder(item.name))
        .sort(compareEntries),
    put(entry, operation) {
      const file = entryPath(folder, entry.token, entry.id);
      faults(operation, "before-write");
      writes += 1;
      const half = path.join(temporary, `${process.pid}-${writes}.json`);
      writeDurably(half, renderEntry(entry), () => faults(operation, "mid-write"));
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.renameSync(half, file);
      faults(operation, "after-write");
      const stats = fs.statSync(file, { bigint: true });
      cache.set(file, { entry, stamp: `${stats.ino} ${stats.mtimeNs} ${stats.size}` });
    },
    remove(token, id) {
      const file = entryPath(folder, token, id);
      faults("delete", "before-write");
      fs.rmSync(file, { force: true });
      cache.delete(file);
      faults("delete", "after-write");
    },
  };
}

/** Two writes, so that a test can stop between them as a crash would; on disk before the rename makes it visible. */
function writeDurably(file: string, text: string, halfway: () => void): void {
  const middle = Math.floor(text.length / 2);
  const descriptor = fs.openSync(file, "w");
  try {
    fs.writeSync(descriptor, text.slice(0, middle));
    halfway();
    fs.writeSync(descriptor, text.slice(middle));
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Removes what a process that no longer lives was writing. A living one's file is its own business. */
function sweep(temporary: string): void {
  for (const name of fs.readdirSync(temporary)) {
    if (isAlive(Number.parseInt(name, 10))) continue;
    fs.rmSync(path.join(temporary, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function listFiles(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
