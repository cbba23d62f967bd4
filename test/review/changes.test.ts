import assert from "node:assert/strict";
import { countChanges } from "../../review/changes";
import type { EngineEvent } from "../../review/engineEvent";
import { parseEventLog } from "../../review/eventLog";
import { recordedLog } from "./recordedLog";

function step(op: string, urn: string): EngineEvent {
  return { kind: "step", op, urn, type: "aws:s3/bucket:Bucket", inputs: {}, oldInputs: {} };
}

describe("countChanges", () => {
  it("counts every resource of a first preview as created", () => {
    const { events } = parseEventLog(recordedLog("create"));
    assert.deepEqual(countChanges(events), { create: 7, update: 0, replace: 0, delete: 0, same: 0 });
  });

  it("counts the three steps of a replacement as one, as the engine's own summary does", () => {
    const { events } = parseEventLog(recordedLog("replace"));
    assert.deepEqual(countChanges(events), { create: 0, update: 2, replace: 1, delete: 1, same: 3 });
  });

  for (const order of [
    ["create-replacement", "replace", "delete-replaced"],
    ["delete-replaced", "replace", "create-replacement"],
  ]) {
    it(`counts one replacement for ${order.join(", ")}`, () => {
      const events = order.map((op) => step(op, "a"));
      assert.deepEqual(countChanges(events), { create: 0, update: 0, replace: 1, delete: 0, same: 0 });
    });
  }

  it("counts the remnant of an earlier replacement as deleted", () => {
    const changes = countChanges([step("delete-replaced", "a")]);
    assert.deepEqual(changes, { create: 0, update: 0, replace: 0, delete: 1, same: 0 });
  });

  for (const operation of ["same", "update", "create"] as const)
    for (const ops of [
      [operation, "delete-replaced"],
      ["delete-replaced", operation],
    ])
      it(`counts the resource that lives, not the remnant beside it, for ${ops.join(", ")}`, () => {
        const changes = countChanges(ops.map((op) => step(op, "a")));
        const none = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };
        assert.deepEqual(changes, { ...none, [operation]: 1 });
      });

  it("leaves out default providers, which nobody declared, but not the provider of the program", () => {
    const provider = (name: string) => step("create", `urn:pulumi:dev::p::pulumi:providers:aws::${name}`);
    const changes = countChanges([provider("default"), provider("default_7_48_0"), provider("aws")]);
    assert.equal(changes.create, 1);
  });

  it("does not count what is only read", () => {
    const changes = countChanges([step("read", "a"), step("refresh", "b")]);
    assert.deepEqual(changes, { create: 0, update: 0, replace: 0, delete: 0, same: 0 });
  });
});
