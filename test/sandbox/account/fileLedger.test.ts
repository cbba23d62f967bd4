import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { compile } from "../../../build/compile";
import type { Entry } from "../../../sandbox/account/accountView";
import { openFileLedger } from "../../../sandbox/account/fileLedger";

const BUCKET = "aws:s3/bucket:Bucket";
const ROLE = "aws:iam/role:Role";

function entryOf(id: string, properties: Entry["properties"] = {}): Entry {
  return { token: BUCKET, id, properties };
}

describe("The ledger on disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "ledger-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  /** Starts a process that does one of `ledgerWriter.ts`'s jobs on the same folder. */
  function startWriter(...args: string[]) {
    const program = compile("test/sandbox/account/ledgerWriter.ts");
    return spawn(process.execPath, [program, folder, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  }

  it("gives back in a new process what was put, one readable file a resource", () => {
    openFileLedger(folder).put(entryOf("logs", { bucket: "logs", tags: { Name: "logs" } }), "create");

    assert.deepEqual(openFileLedger(folder).find(BUCKET, "logs"), {
      token: BUCKET,
      id: "logs",
      properties: { bucket: "logs", tags: { Name: "logs" } },
    });
    assert.equal(
      fs.readFileSync(path.join(folder, "s3.Bucket", "logs.json"), "utf8").split("\n")[1],
      `  "token": "${BUCKET}",`,
    );
  });

  it("keeps the types apart and lists them in order", () => {
    const ledger = openFileLedger(folder);
    ledger.put(entryOf("b"), "create");
    ledger.put(entryOf("a"), "create");
    ledger.put({ token: ROLE, id: "a", properties: {} }, "create");

    assert.deepEqual(
      openFileLedger(folder)
        .entries()
        .map(({ token, id }) => [token, id]),
      [
        [ROLE, "a"],
        [BUCKET, "a"],
        [BUCKET, "b"],
      ],
    );
    assert.deepEqual(ledger.all(ROLE), [{ token: ROLE, id: "a", properties: {} }]);
  });

  it("takes ids that are no file names: ARNs, paths, dots, and those beyond 255 characters", () => {
    const ids = [
      "arn:aws:sns:eu-west-1:111122223333:ops",
      "/aws/vpc/flow",
      "..",
      ".hidden",
      "x".repeat(300),
      `${"x".repeat(299)}y`,
    ];
    const ledger = openFileLedger(folder);
    for (const id of ids) ledger.put(entryOf(id, { id }), "create");

    const reopened = openFileLedger(folder);
    for (const id of ids) assert.deepEqual(reopened.find(BUCKET, id), entryOf(id, { id }));
  });

  it("forgets what is removed, and removing what is gone is no error", () => {
    const ledger = openFileLedger(folder);
    ledger.put(entryOf("logs"), "create");
    ledger.remove(BUCKET, "logs");
    ledger.remove(BUCKET, "logs");

    assert.equal(ledger.find(BUCKET, "logs"), undefined);
    assert.deepEqual(openFileLedger(folder).entries(), []);
  });

  it("sees an edit by hand, which is drift", () => {
    const ledger = openFileLedger(folder);
    ledger.put(entryOf("logs", { acl: "private" }), "create");
    const file = path.join(folder, "s3.Bucket", "logs.json");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("private", "public-read"));

    assert.deepEqual(openFileLedger(folder).find(BUCKET, "logs")?.properties, { acl: "public-read" });
    assert.deepEqual(ledger.find(BUCKET, "logs")?.properties, { acl: "public-read" });
  });

  it("sees what another process adds and removes", () => {
    const ledger = openFileLedger(folder);
    const other = openFileLedger(folder);
    ledger.put(entryOf("mine"), "create");
    assert.deepEqual(ledger.all(BUCKET), [entryOf("mine")]);
    other.put(entryOf("theirs"), "create");
    assert.deepEqual(ledger.all(BUCKET), [entryOf("mine"), entryOf("theirs")]);
    other.remove(BUCKET, "mine");
    assert.deepEqual(ledger.all(BUCKET), [entryOf("theirs")]);
  });

  it("names the file that someone's edit broke, and what to do", () => {
    openFileLedger(folder).put(entryOf("logs"), "create");
    const file = path.join(folder, "s3.Bucket", "logs.json");
    fs.writeFileSync(file, '{"token": "aws:s3/bucket:Bucket"}');

    assert.throws(() => openFileLedger(folder).find(BUCKET, "logs"), {
      message:
        `${file}: expected {"token": string, "id": string, "properties": object}; ` +
        "restore the file, or delete it to make the resource vanish from the account",
    });
  });

  it("loses nothing under writers in parallel", async () => {
    const writers = ["a", "b", "c"].map((name) => startWriter("put", name, "40"));
    const codes = await Promise.all(writers.map((writer) => once(writer, "exit")));

    assert.deepEqual(codes, [
      [0, null],
      [0, null],
      [0, null],
    ]);
    const entries = openFileLedger(folder).entries();
    assert.equal(entries.length, 120);
    assert.ok(entries.every(({ id, properties }) => properties.text === `${id} `.repeat(200)));
  }).timeout(60_000);

  it("shows no half of an entry after kill -9 in the middle of a write, and sweeps what was left", async () => {
    const writer = startWriter("die-mid-write", "a", "5");
    const [, signal] = await once(writer, "exit");
    assert.equal(signal, "SIGKILL");
    const temporary = path.join(folder, ".writing");
    assert.equal(fs.readdirSync(temporary).length, 1);

    const entries = openFileLedger(folder).entries();
    assert.deepEqual(
      entries.map(({ id }) => id),
      ["a-0", "a-1", "a-2", "a-3"],
    );
    assert.deepEqual(fs.readdirSync(temporary), []);
  }).timeout(60_000);

  it("is whole after kill -9 at any moment", async () => {
    const writer = startWriter("put", "a", "100000");
    await once(writer.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 60));
    writer.kill("SIGKILL");
    await once(writer, "exit");

    const entries = openFileLedger(folder).entries();
    assert.ok(entries.length > 0);
    assert.ok(entries.every(({ id, properties }) => properties.text === `${id} `.repeat(200)));
  }).timeout(60_000);

  it("leaves alone what a living process is writing", () => {
    fs.mkdirSync(path.join(folder, ".writing"), { recursive: true });
    const mine = path.join(folder, ".writing", `${process.pid}-1.json`);
    fs.writeFileSync(mine, "{");
    openFileLedger(folder);
    assert.ok(fs.existsSync(mine));
  });
});
