import assert from "node:assert/strict";
import { judge as judgeIn, type Verdict } from "../../policies/judge";
import { packs } from "../../policies/packs";
import type { Example, Rule } from "../../policies/rule";
import { renderFinding, renderVerdict } from "../../policies/verdictText";
import { contextOfExample } from "./exampleContext";
import { isRequired } from "./requiredProperties";
import { asRuleSees, pathsRead, withUnknown, withValue } from "./unknownValues";

for (const pack of packs) {
  describe(`policies/${pack.name}`, () => {
    for (const rule of pack.rules) describe(rule.id, () => examplesOf(rule));
  });
}

function examplesOf(rule: Rule): void {
  const examples: readonly Example[] = [...rule.examples.pass, ...rule.examples.fail];
  const judge = (example: Example, properties: object) =>
    judgeIn(rule, properties, contextOfExample(rule, { ...example, properties }));
  const readBy = (example: Example) => pathsRead(example.properties, (seen) => judge(example, seen));
  /** Every example with every path that the rule reads of it. */
  const reads = examples.flatMap((example) => readBy(example).map((path) => ({ example, path })));

  for (const example of rule.examples.pass) {
    it(`passes a resource that ${example.name}`, () => {
      assert.deepEqual(judge(example, asRuleSees(example.properties)), []);
    });
  }

  for (const example of rule.examples.fail) {
    it(`fails a resource that ${example.name}`, () => {
      assert.deepEqual(judge(example, asRuleSees(example.properties)).map(textOf), example.finds);
    });
  }

  it("says which value it lacks, whichever of those that it reads is not known yet", () => {
    assert.ok(reads.length > 0);
    for (const { example, path } of reads) {
      const undecided = judge(example, asRuleSees(withUnknown(example.properties, path))).filter(
        (verdict) => verdict.kind === "undecided",
      );
      assert.deepEqual(undecided, [{ kind: "undecided", path: written(path) }]);
    }
  });

  it("has an example that leaves out all that it reads and that can be left out", () => {
    const leftOut = examples.filter((example) =>
      readBy(example).every(
        ([top = ""]) =>
          !Object.hasOwn(example.properties, top) || isRequired(example.type ?? rule.types[0] ?? "", top),
      ),
    );
    assert.ok(leftOut.length > 0);
  });

  it("quotes no text that it does not know", () => {
    const secret = "hunter2-hunter2";
    for (const { example, path } of reads) {
      const verdicts = judge(example, asRuleSees(withValue(example.properties, path, secret)));
      for (const verdict of verdicts) assert.ok(!renderVerdict(rule, verdict).includes(secret));
    }
  });

  it("is silenced by no value of a wrong kind where it found something", () => {
    for (const example of rule.examples.fail) {
      const found = example.finds.map((text) => text.slice(0, text.indexOf(": ")));
      const paths = readBy(example).filter((path) => found.includes(written(path)));
      for (const path of paths)
        for (const hostile of [{ constructor: "hunter2" }, { toString: null }])
          assert.notDeepEqual(
            judge(example, asRuleSees(withValue(example.properties, path, hostile))),
            [],
            `${example.name}: ${written(path)}`,
          );
    }
  });

  it("takes null for left out", () => {
    for (const { example, path } of reads.filter((read) => !/^\d+$/.test(String(read.path.at(-1)))))
      assert.deepEqual(
        judge(example, asRuleSees(withValue(example.properties, path, null))),
        judge(example, asRuleSees(withValue(example.properties, path, undefined))),
      );
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
