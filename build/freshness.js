// @ts-check
// Whether a compiled file still is what its sources say. The record sits in the compiled file itself, as its last
// line: one atomic write, so a record can never describe another process's output.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const recordMarker = "\n// made from ";

/**
 * What changes when a file's content may have. ctime cannot be set back, so a restored older file shows too.
 * @param {string} file
 */
function stamp(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? "absent" : `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
}

/**
 * @param {string} outfile
 * @param {string} key what else, beside its sources, the output depends on
 */
function isFresh(outfile, key) {
  let text;
  try {
    text = readFileSync(outfile, "utf8");
  } catch {
    return false;
  }
  const at = text.lastIndexOf(recordMarker);
  if (at === -1) return false;
  const record = JSON.parse(text.slice(at + recordMarker.length));
  if (record.key !== digest(key)) return false;
  return record.inputs.every((/** @type {[string, string]} */ [file, was]) => stamp(file) === was);
}

/**
 * Writes the output in one step, with its record. An input that changed after `startedAt` may not be what was
 * compiled: then there is no record and the next run compiles again.
 * @param {string} outfile
 * @param {string} text
 * @param {string} key
 * @param {readonly string[]} inputs absolute paths
 * @param {number} startedAt milliseconds since 1970
 */
function writeWithRecord(outfile, text, key, inputs, startedAt) {
  const settled = inputs.every(
    (file) => (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) < startedAt,
  );
  const record = { key: digest(key), inputs: inputs.map((file) => [file, stamp(file)]) };
  writeAtomic(outfile, settled ? `${text.trimEnd()}${recordMarker}${JSON.stringify(record)}` : text);
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeAtomic(file, text) {
  const unfinished = `${file}.${process.pid}.tmp`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

module.exports = { digest, isFresh, writeAtomic, writeWithRecord };
