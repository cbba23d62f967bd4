import assert from "node:assert/strict";
import { renderVerdict } from "../../review/render";
import { notJudged, type Verdict } from "../../review/verdict";

const urn = "urn:pulumi:dev::bakeline::bakeline:compute:Fleet$aws:ec2/launchTemplate:LaunchTemplate::web";

function verdict(changes: Partial<Verdict> = {}): Verdict {
  return {
    stack: "dev",
    outcome: "clean",
    changes: { create: 1061, update: 2, replace: 1, delete: 0, same: 3 },
    violations: [],
    undecided: [],
    exempted: [],
    repairs: [],
    userData: [{ urn, bytes: 1234 }],
    problems: [],
    ...changes,
  };
}

const violation = {
  pack: "imds",
  rule: "ec2-launch-template-requires-imdsv2",
  level: "mandatory",
  urn,
  message: "Title.\nmetadataOptions.httpTokens: expected …",
};

describe("renderVerdict", () => {
  it("ends with counts by operation, the largest user data and a verdict", () => {
    assert.equal(
      renderVerdict(verdict()),
      [
        "Changes: 1,061 to create, 2 to update, 1 to replace, 0 to delete, 3 unchanged",
        "",
        "Largest user data: 1,234 of 16,384 bytes (aws:ec2/launchTemplate:LaunchTemplate web)",
        "",
        "dev: every policy is satisfied.",
      ].join("\n"),
    );
  });

  it("shows a violation's level, pack, rule, resource and message", () => {
    const text = renderVerdict(verdict({ outcome: "violated", violations: [violation] }));
    assert.ok(
      text.includes(
        [
          "✗ mandatory imds/ec2-launch-template-requires-imdsv2",
          "  aws:ec2/launchTemplate:LaunchTemplate web",
          "  Title.",
          "    metadataOptions.httpTokens: expected …",
        ].join("\n"),
      ),
      text,
    );
    assert.ok(text.endsWith("\n\ndev: refused: 1 mandatory violation."), text);
  });

  it("says that a clean stack has advisory violations", () => {
    const violations = [violation, violation].map((it) => ({ ...it, level: "advisory" }));
    const text = renderVerdict(verdict({ violations }));
    assert.ok(text.endsWith("\n\ndev: allowed, with 2 advisory violations."), text);
  });

  it("shows what was repaired, exempted and left to the update, and counts the latter two", () => {
    const repairs = [{ pack: "imds", rule: violation.rule, urn, properties: ["metadataOptions.httpTokens"] }];
    const exempted = [{ ...violation, level: "advisory", message: "exempted: …" }];
    const undecided = [{ ...violation, level: "advisory", message: "could not be decided: …" }];
    const text = renderVerdict(verdict({ repairs, exempted, undecided }));
    for (const line of [
      "↻ repaired by imds/ec2-launch-template-requires-imdsv2\n  aws:ec2/launchTemplate:LaunchTemplate web\n  metadataOptions.httpTokens: correct it in the program too",
      "– imds/ec2-launch-template-requires-imdsv2\n  aws:ec2/launchTemplate:LaunchTemplate web\n  exempted: …",
      "? imds/ec2-launch-template-requires-imdsv2\n  aws:ec2/launchTemplate:LaunchTemplate web\n  could not be decided: …",
    ])
      assert.ok(text.includes(line), text);
    assert.ok(
      text.endsWith("\n\ndev: allowed, with 1 exempted violation, 1 verdict left to the update."),
      text,
    );
  });

  it("names user data whose size is not known, apart from the largest that is", () => {
    const text = renderVerdict(
      verdict({
        userData: [
          { urn: "a::b::t::unknown", bytes: null },
          { urn, bytes: 5 },
        ],
      }),
    );
    assert.match(
      text,
      /Largest user data: 5 of 16,384 bytes .*\nUser data not known at preview: t unknown\n/,
    );
  });

  it("never looks like a pass when nothing was judged", () => {
    const text = renderVerdict(verdict({ outcome: "notJudged", problems: ["one", "two"] }));
    assert.ok(text.startsWith("Changes seen before it stopped: "), text);
    assert.ok(text.includes("\n\n! one\n\n! two\n\n"), text);
    assert.ok(text.endsWith("\n\ndev: NOT JUDGED: 2 problems kept policy from a verdict."), text);
  });

  it("shows nothing but the problems when the engine had not begun", () => {
    const text = renderVerdict(notJudged("dev", ["the file is not there"]));
    assert.equal(text, "! the file is not there\n\ndev: NOT JUDGED: 1 problem kept policy from a verdict.");
  });
});
