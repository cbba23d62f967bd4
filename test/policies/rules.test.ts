import assert from "node:assert/strict";
import { judge, type Verdict } from "../../policies/judge";
import { packs } from "../../policies/packs";
import type { Rule } from "../../policies/rule";
import { renderFinding, renderVerdict } from "../../policies/verdictText";
import { asRuleSees, pathsRead, withUnknown, withValue } from "./unknownValues";

for (const pack of packs) {
  describe(`policies/${pack.name}`, () => {
    for (const rule of pack.rules) describe(rule.id, () => examplesOf(rule));
  });
}

function examplesOf(rule: Rule): void {
  const examples = [...rule.examples.pass, ...rule.examples.fail];

  for (const { name, properties } of rule.examples.pass) {
    it(`passes a resource that ${name}`, () => {
      assert.deepEqual(judge(rule, asRuleSees(properties)), []);
    });
  }

  for (const { name, properties, finds } of rule.examples.fail) {
    it(`fails a resource that ${name}`, () => {
      assert.deepEqual(judge(rule, asRuleSees(properties)).map(textOf), finds);
    });
  }

  it("says which value it lacks, whichever of those that it reads is not known yet", () => {
    const reads = examples.flatMap(({ properties }) =>
      pathsRead(properties, (seen) => judge(rule, seen)).map((path) => ({ properties, path })),
    );
    assert.ok(reads.length > 0);
    for (const { properties, path } of reads) {
      const undecided = judge(rule, asRuleSees(withUnknown(properties, path))).filter(
        (verdict) => verdict.kind === "undecided",
      );
      assert.deepEqual(undecided, [{ kind: "undecided", path: written(path) }]);
    }
  });

  it("has an example that leaves out all that it reads", () => {
    const leftOut = examples.filter(({ properties }) =>
      pathsRead(properties, (seen) => judge(rule, seen)).every(
        ([top]) => !Object.hasOwn(properties, String(top)),
      ),
    );
    assert.ok(leftOut.length > 0);
  });

  it("quotes no text that it does not know", () => {
    const secret = "hunter2-hunter2";
    for (const { properties } of examples) {
      for (const path of pathsRead(properties, (seen) => judge(rule, seen))) {
        const verdicts = judge(rule, asRuleSees(withValue(properties, path, secret)));
        for (const verdict of verdicts) assert.ok(!renderVerdict(rule, verdict).includes(secret));
      }
    }
  });

  it("takes null for left out", () => {
    for (const { properties } of examples) {
      const reads = pathsRead(properties, (seen) => judge(rule, seen));
      for (const path of reads.filter((keys) => !/^\d+$/.test(String(keys.at(-1))))) {
        assert.deepEqual(
          judge(rule, asRuleSees(withValue(properties, path, null))),
          judge(rule, asRuleSees(withValue(properties, path, undefined))),
        );
      }
    }
  });
}

function textOf(verdict: Verdict): string {
  return verdict.kind === "violation" ? renderFinding(verdict.finding) : verdict.kind;
}

function written(path: readonly string[]): string {
  return path.reduce((text, key) => {
    if (/^\d+$/.test(key)) return `${text}[${key}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}
