import assert from "node:assert/strict";
import { Got } from "../../policies/got";
import { judge as judgeIn } from "../../policies/judge";
import { defineRule, type Finding, type Rule, type RuleOf } from "../../policies/rule";
import { failedPrefix, renderVerdict, undecidedPrefix } from "../../policies/verdictText";
import { contextOfExample } from "./exampleContext";
import { asRuleSees, withUnknown } from "./unknownValues";

function judge(rule: Rule, properties: unknown) {
  return judgeIn(rule, properties, contextOfExample(rule));
}

type VolumeRule = RuleOf<"aws:ebs/volume:Volume">;

function aRule(evaluate: VolumeRule["evaluate"]) {
  return defineRule({
    id: "ebs-volume-example",
    title: "Volumes are examples.",
    severity: "low",
    type: "aws:ebs/volume:Volume",
    remedy: "Do nothing.",
    references: [{ title: "Amazon EBS", url: "https://docs.aws.amazon.com/ebs/" }],
    examples: {
      pass: [{ name: "passes", properties: { availabilityZone: "eu-west-1a" } }],
      fail: [{ name: "fails", properties: { availabilityZone: "eu-west-1a" }, finds: ["never"] }],
    },
    evaluate,
  });
}

function finding(path: string): Finding {
  return { path, expected: "true", got: Got.of(false) };
}

const volume = { availabilityZone: "eu-west-1a", size: 20, type: "gp3" };

describe("judging a resource by a rule", () => {
  it("has no verdict where the rule finds nothing", () => {
    assert.deepEqual(
      judge(
        aRule(() => []),
        volume,
      ),
      [],
    );
  });

  it("gives findings in the order of their paths, 10 after 9", () => {
    const rule = aRule(() => [finding("b[10]"), finding("b[9]"), finding("a")]);
    const paths = judge(rule, volume).map((verdict) => verdict.kind === "violation" && verdict.finding.path);
    assert.deepEqual(paths, ["a", "b[9]", "b[10]"]);
  });

  it("is undecided where the rule reads a value that is not known yet", () => {
    const rule = aRule(({ type }) => (type === "gp3" ? [] : [finding("type")]));
    const verdicts = judge(rule, asRuleSees(withUnknown(volume, ["type"])));
    assert.deepEqual(verdicts, [{ kind: "undecided", path: "type" }]);
    assert.deepEqual(
      verdicts.map((verdict) => renderVerdict(rule, verdict)),
      [`${undecidedPrefix}type is not known before the update; ebs-volume-example decides during it.`],
    );
  });

  it("is not held up by an unknown value that the rule does not read", () => {
    const rule = aRule(({ size }) => (size === 20 ? [finding("size")] : []));
    const kinds = judge(rule, asRuleSees(withUnknown(volume, ["type"]))).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["violation"]);
  });

  it("keeps the findings in other parts when one part is not known yet", () => {
    const unread = withUnknown(withUnknown(volume, ["iops"]), ["type"]);
    const rule = aRule((seen, separately) =>
      separately(
        () => (seen.type === "gp3" ? [] : [finding("type")]),
        () => (seen.size === 20 ? [finding("size")] : []),
        () => separately(() => (seen.iops === 1 ? [] : [])),
      ),
    );
    assert.deepEqual(judge(rule, asRuleSees(unread)), [
      { kind: "violation", finding: finding("size") },
      { kind: "undecided", path: "iops" },
      { kind: "undecided", path: "type" },
    ]);
  });

  it("names a value that two parts lack once", () => {
    const rule = aRule((seen, separately) =>
      separately(
        () => (seen.type === "gp3" ? [] : []),
        () => (seen.type === "gp2" ? [] : []),
      ),
    );
    assert.equal(judge(rule, asRuleSees(withUnknown(volume, ["type"]))).length, 1);
  });

  for (const [thrown, said] of [
    [new TypeError("hunter2"), "a TypeError"],
    [new Error("hunter2"), "an Error"],
    [Object.assign(new Error("hunter2"), { name: "hunter2" }), "an Error"],
    ["hunter2", "something that is no Error"],
  ] as const) {
    it(`says that the rule failed when it throws ${said}, and not what it threw`, () => {
      const rule = aRule(() => {
        throw thrown;
      });
      const verdicts = judge(rule, volume);
      assert.deepEqual(verdicts, [{ kind: "failed", thrown: said }]);
      assert.deepEqual(
        verdicts.map((verdict) => renderVerdict(rule, verdict)),
        [
          `${failedPrefix}ebs-volume-example threw ${said} and has judged nothing about this resource. Correct the rule.`,
        ],
      );
    });
  }

  it("fails as a whole when a part throws", () => {
    const rule = aRule((_, separately) =>
      separately(
        () => [finding("size")],
        () => {
          throw new RangeError("hunter2");
        },
      ),
    );
    assert.deepEqual(judge(rule, volume), [{ kind: "failed", thrown: "a RangeError" }]);
  });
});

describe("a message about a rule that could not decide", () => {
  it("names the resources from which the value is computed, where the engine tells them", () => {
    const rule = aRule(() => []);
    assert.equal(
      renderVerdict(rule, { kind: "undecided", path: "type" }, ["aws:ebs/snapshot:Snapshot daily"]),
      "could not be decided: type is computed from aws:ebs/snapshot:Snapshot daily, not known before the update; ebs-volume-example decides during it.",
    );
  });
});

describe("a message about a violation", () => {
  it("has the rule's title, then where, what was expected, what was found and what to do", () => {
    const rule = aRule(() => [finding("encrypted")]);
    assert.equal(
      renderVerdict(rule, { kind: "violation", finding: finding("encrypted") }),
      "Volumes are examples.\nencrypted: expected true, got false. Do nothing.",
    );
  });

  it("has the finding's own remedy where there is one", () => {
    const rule = aRule(() => []);
    const found = { ...finding("encrypted"), remedy: "Encrypt it." };
    assert.equal(
      renderVerdict(rule, { kind: "violation", finding: found }),
      "Volumes are examples.\nencrypted: expected true, got false. Encrypt it.",
    );
  });
});
