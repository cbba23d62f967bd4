import assert from "node:assert/strict";
import { parseEventLog } from "../../review/eventLog";
import { judge, type PreviewRun } from "../../review/verdict";
import { recordedLog, without } from "./recordedLog";

function run(log: string, changes: Partial<PreviewRun> = {}): PreviewRun {
  return {
    stack: "dev",
    log: parseEventLog(log),
    packs: ["imds", "encryption"],
    exitCode: 0,
    stderr: "",
    ...changes,
  };
}

const web = "urn:pulumi:dev::recorded::aws:ec2/launchTemplate:LaunchTemplate::web";

describe("judge", () => {
  it("finds a preview clean that every pack judged to the end", () => {
    const { outcome, problems, violations } = judge(run(recordedLog("create")));
    assert.deepEqual({ outcome, problems, violations }, { outcome: "clean", problems: [], violations: [] });
  });

  it("finds a mandatory violation, and does not count the engine's own failure because of it as a problem", () => {
    const { outcome, problems, violations } = judge(run(recordedLog("violation"), { exitCode: 255 }));
    assert.deepEqual([outcome, problems], ["violated", []]);
    assert.deepEqual(
      violations.map(({ pack, rule, level, urn }) => ({ pack, rule, level, urn })),
      [{ pack: "imds", rule: "ec2-launch-template-requires-imdsv2", level: "mandatory", urn: web }],
    );
  });

  it("does not judge when the program failed beside a mandatory violation: it may have left resources out", () => {
    const log = parseEventLog(recordedLog("violation"));
    const error = { kind: "diagnostic", severity: "error", urn: web, message: "boom" } as const;
    const { outcome, problems } = judge(
      run("", { log: { ...log, events: [error, ...log.events] }, exitCode: 255 }),
    );
    assert.deepEqual([outcome, problems], ["notJudged", [`${web}: boom`]]);
  });

  it("shows an advisory violation and stays clean", () => {
    const { outcome, violations } = judge(run(recordedLog("advisory")));
    assert.deepEqual([outcome, violations.map(({ level }) => level)], ["clean", ["advisory"]]);
  });

  it("does not judge when a rule threw", () => {
    const { outcome, problems } = judge(run(recordedLog("throwing-rule"), { exitCode: 255 }));
    assert.equal(outcome, "notJudged");
    assert.match(problems.join("\n"), /ec2-launch-template-requires-imdsv2.*\nError: boom/);
    assert.match(problems.join("\n"), /policy pack imds: it did not come to the end of the stack/);
  });

  it("does not judge when a pack failed to start, and says what the engine said", () => {
    const stderr = 'error: policy pack "/policies/imds" failed to start';
    const { outcome, problems } = judge(run(recordedLog("broken-pack"), { exitCode: 255, stderr }));
    assert.deepEqual(
      { outcome, problems },
      {
        outcome: "notJudged",
        problems: [
          "policy pack imds: it was not loaded",
          "policy pack encryption: it was not loaded",
          stderr,
        ],
      },
    );
  });

  it("does not judge when the engine ran without a pack that it was given", () => {
    const { outcome, problems } = judge(
      run(recordedLog("create"), { packs: ["imds", "encryption", "user-data"] }),
    );
    assert.deepEqual([outcome, problems], ["notJudged", ["policy pack user-data: it was not loaded"]]);
  });

  it("does not judge without any pack", () => {
    const { outcome, problems } = judge(run(recordedLog("create"), { packs: [] }));
    assert.deepEqual([outcome, problems], ["notJudged", ["policy packs: expected at least one, got none"]]);
  });

  it("does not judge when a pack skipped a resource", () => {
    const { outcome, problems } = judge(run(withoutAnalysis(web, "imds")));
    assert.deepEqual([outcome, problems], ["notJudged", [`policy pack imds: it did not judge ${web}`]]);
  });

  it("does not judge when a pack never judged the whole stack", () => {
    const log = without(recordedLog("create"), "policyAnalyzeStackSummaryEvent");
    assert.deepEqual(judge(run(log)).problems, [
      "policy pack imds: it did not come to the end of the stack",
      "policy pack encryption: it did not come to the end of the stack",
    ]);
  });

  it("does not judge a mandatory violation in a log that is not whole: there may be more", () => {
    const cut = recordedLog("violation").split("\n").slice(0, -6).join("\n");
    assert.equal(judge(run(cut, { exitCode: 255 })).outcome, "notJudged");
  });

  const undecided = recordedLog("advisory").replaceAll(
    "metadataOptions.httpTokens: expected",
    "could not be decided: metadataOptions.httpTokens",
  );

  it("does not judge when a rule could not decide before the update and the stack does not want that", () => {
    const mandatory = undecided.replaceAll('"enforcementLevel":"advisory"', '"enforcementLevel":"mandatory"');
    const { outcome, problems } = judge(run(mandatory));
    assert.deepEqual([outcome, problems.length], ["notJudged", 1]);
    assert.match(
      problems.join(),
      /^policy pack imds, ec2-launch-template-requires-imdsv2: urn:pulumi:dev.*::web: /,
    );
  });

  it("shows, and is clean, when a rule leaves its verdict to the update", () => {
    const judged = judge(run(undecided));
    assert.deepEqual([judged.outcome, judged.undecided.length, judged.violations], ["clean", 1, []]);
  });

  it("shows, and is clean, when a violation is exempted", () => {
    const exempted = undecided.replaceAll("could not be decided: ", "exempted: ");
    const judged = judge(run(exempted));
    assert.deepEqual([judged.outcome, judged.exempted.length, judged.violations], ["clean", 1, []]);
  });

  it("does not judge when a rule failed, not even in an advisory pack", () => {
    const failed = undecided.replaceAll("could not be decided: ", "rule failed: ");
    assert.equal(judge(run(failed)).outcome, "notJudged");
  });

  it("does not judge when a signal ended the engine, whatever its log says", () => {
    const { outcome, problems } = judge(run(recordedLog("create"), { exitCode: 130 }));
    assert.deepEqual([outcome, problems], ["notJudged", ["pulumi preview: it was ended by signal 2"]]);
  });

  it("does not judge when the engine failed without a reason", () => {
    const { outcome, problems } = judge(run(recordedLog("create"), { exitCode: 1 }));
    assert.deepEqual(
      [outcome, problems],
      ["notJudged", ["pulumi preview: it ended with exit code 1 and no reason"]],
    );
  });
});

function withoutAnalysis(urn: string, pack: string): string {
  return without(
    recordedLog("create"),
    `"policyAnalyzeSummaryEvent":{"resourceUrn":"${urn}","policyPackName":"${pack}"`,
  );
}
