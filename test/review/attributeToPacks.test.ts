import assert from "node:assert/strict";
import { encryption } from "../../policies/encryption/pack";
import { imds } from "../../policies/imds/pack";
import { attributeToPacks } from "../../review/attributeToPacks";
import type { EngineEvent } from "../../review/engineEvent";

const attribute = (event: EngineEvent) => attributeToPacks([event], "bakeline", [imds, encryption]);
const violation = { kind: "violation", level: "mandatory", urn: "urn:web", message: "expected …" } as const;

describe("attributeToPacks", () => {
  it("gives a violation to the pack of its rule", () => {
    const rule = "ebs-volume-encrypted";
    assert.deepEqual(attribute({ ...violation, rule, pack: "bakeline" }), [
      { ...violation, rule, pack: "encryption" },
    ]);
  });

  it("leaves a rule that no pack has to the process that spoke, so that it is not lost", () => {
    const unknown = { ...violation, rule: "no-such-rule", pack: "bakeline" };
    assert.deepEqual(attribute(unknown), [unknown]);
  });

  it("counts what the process judged for every pack in it, and nothing for another's process", () => {
    const analyzed = { kind: "resourceAnalyzed", urn: "urn:web" } as const;
    assert.deepEqual(attribute({ ...analyzed, pack: "bakeline" }), [
      { ...analyzed, pack: "imds" },
      { ...analyzed, pack: "encryption" },
    ]);
    assert.deepEqual(attribute({ ...analyzed, pack: "other" }), [{ ...analyzed, pack: "other" }]);
    assert.deepEqual(attribute({ kind: "summary", packs: ["bakeline", "other"] }), [
      { kind: "summary", packs: ["imds", "encryption", "other"] },
    ]);
  });
});
