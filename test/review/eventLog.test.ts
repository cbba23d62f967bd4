import assert from "node:assert/strict";
import { parseEventLog } from "../../review/eventLog";
import { recordedLog } from "./recordedLog";

describe("parseEventLog", () => {
  const lines = recordedLog("create").trimEnd().split("\n");

  it("reads a whole log without a problem and ends with the engine's last event", () => {
    const log = parseEventLog(recordedLog("create"));
    assert.deepEqual(log.problems, []);
    assert.deepEqual(log.events.at(-1), { kind: "end" });
  });

  it("keeps what a violation says", () => {
    const { events } = parseEventLog(recordedLog("violation"));
    assert.deepEqual(
      events.filter(({ kind }) => kind === "violation"),
      [
        {
          kind: "violation",
          pack: "imds",
          rule: "ec2-launch-template-requires-imdsv2",
          level: "mandatory",
          urn: "urn:pulumi:dev::recorded::aws:ec2/launchTemplate:LaunchTemplate::web",
          message:
            'Launch templates require IMDSv2.\nmetadataOptions.httpTokens: expected "required", got "optional"',
        },
      ],
    );
  });

  it("names the packs of the summary by their names alone", () => {
    const { events } = parseEventLog(recordedLog("create"));
    const summary = events.find(({ kind }) => kind === "summary");
    assert.deepEqual(summary, { kind: "summary", packs: ["encryption", "imds"] });
  });

  it("reports an event that the engine failed to write", () => {
    const { problems } = parseEventLog([...lines.slice(0, 9), ...lines.slice(10)].join("\n"));
    assert.deepEqual(problems, ["event log, line 10: expected event 9, got event 10"]);
  });

  it("reports a log that a killed engine left with half a line, without quoting it", () => {
    const cut = [...lines.slice(0, 3), '{"sequence":3,"policyEvent":{"message":"s3cr'].join("\n");
    assert.deepEqual(parseEventLog(cut).problems, [
      "event log, line 4: not an engine event (no JSON)",
      "event log: it stops before the engine's last event",
    ]);
  });

  it("reports an event in another form than the one it knows", () => {
    const { problems } = parseEventLog(
      '{"sequence":0,"policyEvent":{"message":1}}\n{"sequence":1,"cancelEvent":{}}',
    );
    assert.deepEqual(problems, [
      "event log, line 1: not an engine event (a field is missing or has another type)",
    ]);
  });

  it("reports an empty log", () => {
    assert.deepEqual(parseEventLog("").problems, ["event log: it stops before the engine's last event"]);
  });
});
