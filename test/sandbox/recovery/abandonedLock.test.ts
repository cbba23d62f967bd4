import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hasAbandonedLock } from "../../../sandbox/recovery/abandonedLock";

describe("a stack's lock", () => {
  let backend: string;
  let ledger: string;
  beforeEach(() => {
    backend = mkdtempSync(path.join(tmpdir(), "bakeline-lock-"));
    ledger = path.join(backend, "ledger");
    const locks = path.join(backend, ".pulumi", "locks", "organization", "bakeline", "dev");
    mkdirSync(locks, { recursive: true });
    writeFileSync(path.join(locks, "0f6a.json"), "{}");
  });
  afterEach(() => rmSync(backend, { recursive: true, force: true }));

  it("is abandoned when no engine works on the sandbox any more", () => {
    assert.equal(hasAbandonedLock({ backend, ledger }, "dev"), true);
  });

  it("is not there for another stack", () => {
    assert.equal(hasAbandonedLock({ backend, ledger }, "prod"), false);
  });

  it("is not abandoned while an engine works", async () => {
    const pulumi = path.join(backend, "pulumi");
    copyFileSync("/bin/sleep", pulumi);
    const engine = spawn(pulumi, ["60"], { env: { BAKELINE_LEDGER: ledger } });
    await once(engine, "spawn");
    try {
      assert.equal(hasAbandonedLock({ backend, ledger }, "dev"), false);
    } finally {
      engine.kill();
    }
  });
});
