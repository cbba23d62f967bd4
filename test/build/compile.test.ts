import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isFresh, writeWithRecord } from "../../build/freshness";

describe("a compiled file", () => {
  let folder: string;
  let source: string;
  let outfile: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "compile-"));
    source = path.join(folder, "source.ts");
    outfile = path.join(folder, "out", "source.js");
    writeFileSync(source, "export const a = 1;");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const later = () => Date.now() + 1000;

  it("is fresh while its source and its key are the same", () => {
    writeWithRecord(outfile, "exports.a = 1;\n", "key", [source], later());
    assert.equal(isFresh(outfile, "key"), true);
    assert.equal(isFresh(outfile, "another key"), false);
  });

  it("still is JavaScript", () => {
    writeWithRecord(outfile, "exports.a = 1;\n", "key", [source], later());
    assert.deepEqual({ ...require(outfile) }, { a: 1 });
  });

  it("is not fresh once its source changed, even to the same length and with the old time put back", async () => {
    const longAgo = new Date(0);
    utimesSync(source, longAgo, longAgo);
    writeWithRecord(outfile, "exports.a = 1;\n", "key", [source], later());
    // The clock of the file system may tick only every few milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(source, "export const a = 2;");
    utimesSync(source, longAgo, longAgo);
    assert.equal(isFresh(outfile, "key"), false);
  });

  it("is not fresh once its source is gone", () => {
    writeWithRecord(outfile, "exports.a = 1;\n", "key", [source], later());
    rmSync(source);
    assert.equal(isFresh(outfile, "key"), false);
  });

  it("has no record when its source changed while it was compiled", () => {
    writeWithRecord(outfile, "exports.a = 1;\n", "key", [source], Date.now() - 60_000);
    assert.equal(readFileSync(outfile, "utf8"), "exports.a = 1;\n");
    assert.equal(isFresh(outfile, "key"), false);
  });

  it("is not fresh when it is not there", () => {
    assert.equal(isFresh(outfile, "key"), false);
  });
});
