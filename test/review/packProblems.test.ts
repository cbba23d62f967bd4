import assert from "node:assert/strict";
import type { EngineEvent } from "../../review/engineEvent";
import { findPackProblems } from "../../review/packProblems";

/** A run in which the pack judged the stack, but not the one resource. */
function problemsOf(op: string): string[] {
  const events: EngineEvent[] = [
    { kind: "step", op, urn: "a", type: "aws:s3/bucket:Bucket", inputs: {}, oldInputs: {} },
    { kind: "stackAnalyzed", pack: "imds" },
    { kind: "summary", packs: ["imds"] },
  ];
  return findPackProblems(events, ["imds"]);
}

describe("findPackProblems", () => {
  const declared = [
    ...["create", "update", "same", "import"],
    ...["replace", "create-replacement", "import-replacement"],
  ];
  for (const op of declared)
    it(`misses the pack's judgement of a resource that the program declares (${op})`, () => {
      assert.deepEqual(problemsOf(op), ["policy pack imds: it did not judge a"]);
    });

  for (const op of ["delete", "delete-replaced", "discard", "read", "refresh"])
    it(`expects no judgement of what the program does not declare (${op})`, () => {
      assert.deepEqual(problemsOf(op), []);
    });
});
