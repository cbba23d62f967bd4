import assert from "node:assert/strict";
import { parseEventLog } from "../../review/eventLog";
import { judge } from "../../review/verdict";
import { recordedLog } from "./recordedLog";

const urn = "urn:pulumi:prod::bakeline::bakeline:state:Database$aws:rds/instance:Instance::orders";
const tagged = { tags: { Name: "orders", "bakeline:store": "orders" } };

/** As engine v3.220.0 reported it, less the properties that no verdict reads. */
function step(op: string, metadata: Record<string, unknown>) {
  return { resourcePreEvent: { metadata: { op, urn, type: "aws:rds/instance:Instance", ...metadata } } };
}

function said(message: string) {
  return { diagnosticEvent: { severity: "error", urn, message } };
}

/** What the engine reports when each pack has judged the database. */
const judged = ["imds", "encryption"].map((policyPackName) => ({
  policyAnalyzeSummaryEvent: { resourceUrn: urn, policyPackName },
}));

const isProtected = "unable to replace resource\nas it is currently marked for protection.";

/** A preview that every pack judged, with these events in it, as the engine ends one that it refuses. */
function judgeWith(events: readonly object[], { refused = false } = {}) {
  const lines = recordedLog("create").trimEnd().split("\n");
  const end = lines.findIndex((line) => line.includes("policyAnalyzeStackSummaryEvent"));
  const kept = refused ? lines.filter((line) => !line.includes("policyAnalyzeStackSummaryEvent")) : lines;
  const all = [
    ...kept.slice(0, end).map((line): unknown => JSON.parse(line)),
    ...events,
    ...kept.slice(end).map((line): unknown => JSON.parse(line)),
  ];
  const text = all
    .map((event, sequence) => JSON.stringify(Object.assign({}, event, { sequence })))
    .join("\n");
  const packs = ["imds", "encryption"];
  return judge({ stack: "prod", log: parseEventLog(text), packs, exitCode: refused ? 255 : 0, stderr: "" });
}

describe("a preview that would take a store", () => {
  it("is refused with the property that forces it and the word that would allow it", () => {
    const { outcome, problems, violations } = judgeWith(
      [
        said(isProtected),
        ...judged,
        step("replace", {
          keys: ["dbName"],
          old: { protect: true, inputs: tagged },
          new: { protect: true, inputs: tagged },
        }),
      ],
      { refused: true },
    );
    assert.deepEqual([outcome, problems], ["violated", []]);
    assert.deepEqual(violations, [
      {
        pack: "bakeline",
        rule: "state-is-kept",
        level: "mandatory",
        urn,
        message:
          "This would replace the store orders and lose what is in it: dbName cannot be changed in place. Either take the change back, or, if the data is not missed, write allowDataLoss: true for orders below bakeline:stores in a change of its own, update, and then make this change.",
      },
    ]);
  });

  it("is refused as well where the store is no longer declared", () => {
    const { outcome, violations } = judgeWith(
      [
        step("delete", { old: { protect: true, inputs: tagged } }),
        said("cannot be deleted\nbecause it is protected."),
      ],
      { refused: true },
    );
    assert.equal(outcome, "violated");
    assert.match(
      violations[0]?.message ?? "",
      /^This would delete the store orders .*: it is no longer declared\./,
    );
  });

  it("is refused for whatever is protected, a store's or not", () => {
    const { outcome, violations } = judgeWith([step("delete", { old: { protect: true } })], {
      refused: true,
    });
    assert.equal(outcome, "violated");
    assert.match(violations[0]?.message ?? "", /lift its protection in a change of its own/);
  });

  it("is a warning where the stack file allows it", () => {
    const { outcome, violations } = judgeWith([
      ...judged,
      step("replace", { keys: ["dbName"], old: { inputs: tagged }, new: { inputs: tagged } }),
    ]);
    assert.deepEqual([outcome, violations.map(({ level }) => level)], ["clean", ["advisory"]]);
    assert.match(
      violations[0]?.message ?? "",
      /Its allowDataLoss was true at the last update and is true, so nothing stops it\.$/,
    );
  });

  it("is refused where the leave to lose data ends in the same change, though the engine lets it pass", () => {
    const { outcome, problems, violations } = judgeWith([
      ...judged,
      step("replace", {
        keys: ["dbName"],
        old: { inputs: tagged },
        new: { protect: true, inputs: tagged },
      }),
    ]);
    assert.deepEqual([outcome, problems], ["violated", []]);
    assert.deepEqual(violations, [
      {
        pack: "bakeline",
        rule: "state-is-kept",
        level: "mandatory",
        urn,
        message:
          "This would replace the store orders and lose what is in it: dbName cannot be changed in place. Its allowDataLoss was true at the last update, and the same change ends that; make one of the two changes, update, and then make the other.",
      },
    ]);
  });

  it("is refused where the leave to lose data comes in the same change, though the engine lets it pass", () => {
    const { outcome, problems, violations } = judgeWith([
      ...judged,
      step("replace", { keys: ["dbName"], old: { protect: true, inputs: tagged }, new: { inputs: tagged } }),
    ]);
    assert.deepEqual([outcome, problems], ["violated", []]);
    assert.match(
      violations[0]?.message ?? "",
      /in a change of its own, update, and then make this change\.$/,
    );
  });

  it("is not judged where the review refused and a pack did not come to its end", () => {
    const { outcome } = judgeWith(
      [...judged, step("replace", { old: { inputs: tagged }, new: { protect: true, inputs: tagged } })],
      { refused: true },
    );
    assert.equal(outcome, "notJudged");
  });

  it("is not judged when something else failed beside it", () => {
    const { outcome, problems } = judgeWith(
      [step("delete", { old: { protect: true, inputs: tagged } }), said("boom")],
      { refused: true },
    );
    assert.deepEqual([outcome, problems], ["notJudged", [`${urn}: boom`]]);
  });

  it("is none where a store is made, changed in place or left alone", () => {
    for (const op of ["create", "update", "same"])
      assert.deepEqual(judgeWith([step(op, { old: { protect: true, inputs: tagged } })]).violations, []);
  });
});
