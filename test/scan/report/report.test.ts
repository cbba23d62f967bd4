import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { subjectsOf } from "../../../scan/inputs/subjects";
import type { Part } from "../../../scan/reader/part";
import { exitCodeOf, judge } from "../../../scan/report/finding";
import { renderSarif } from "../../../scan/report/sarif";
import { renderText } from "../../../scan/report/text";
import type { SecretFinding } from "../../../scan/secrets/finding";
import { base64 } from "../reader/outline";

/** Finds one word, so that these tests say nothing of what a secret is. */
function findSecrets({ text }: Part): SecretFinding[] {
  return [...text.matchAll(/hunter2/g)].map(({ index }) => {
    const before = text.slice(0, index).split("\n");
    return {
      detector: "password",
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      fingerprint: "f1",
      remedy: "keep it elsewhere",
    };
  });
}

const judged = (file: string, content: string) => judge(subjectsOf(file, Buffer.from(content)), findSecrets);
const script = "#!/bin/bash\ncat > /a.env <<EOF\nPW=hunter2\nEOF\n";

describe("the scan's report", () => {
  it("places a secret outermost, where an editor can go, and once", () => {
    assert.deepEqual(judged("a.sh", script).findings, [
      {
        file: "a.sh",
        place: ["a.sh"],
        message: "holds a secret",
        detector: "password",
        line: 3,
        column: 4,
        fingerprint: "f1",
        remedy: "keep it elsewhere",
      },
    ]);
    assert.deepEqual(
      judged("a.sh", `#!/bin/sh\necho ${base64(script)} | base64 -d\n`).findings.map(({ place, line }) => [
        place,
        line,
      ]),
      [[["a.sh", "base64 at line 2"], 3]],
    );
  });

  it("ends with 1 for what was found, else with 2 for what was not read, else with 0", () => {
    assert.equal(exitCodeOf(judged("a.sh", script)), 1);
    assert.equal(exitCodeOf(judged("a.sh", "#!/bin/sh\n")), 0);
    assert.equal(exitCodeOf(judged("-", "#include\nhttps://example.com/x\n")), 2);
    assert.equal(exitCodeOf(judged("-", "#include\nhttps://hunter2.example.com/x\n")), 1);
  });

  it("tells people where and what to do, and never the value", () => {
    const state = JSON.stringify({
      Reservations: [
        { Instances: [{ InstanceId: "i-1\u001b[31m", Tags: [{ Key: "pw", Value: "hunter2" }] }] },
      ],
    });
    const text = renderText(judged("fleet.json", state));
    assert.equal(
      text,
      "fleet.json: i-1?[31m\n  tags > pw:1:1  password: holds a secret [f1]\n      keep it elsewhere\n\n1 finding, 0 pieces not read, 1 file or resource looked at\n",
    );
    for (const render of [renderText, renderSarif, JSON.stringify])
      assert.doesNotMatch(render(judged("a.sh", script)), /hunter2/);
  });

  it("is SARIF 2.1.0 by its schema", () => {
    const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    // Draft 4, of which this schema uses nothing that later drafts changed but these two words.
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, "utf8"));
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    assert.equal(validate({ version: "2.1.0", runs: [{}] }), false);
    for (const content of [
      script,
      "#include\nhttps://example.com/x\n",
      "#!/bin/sh\n",
      JSON.stringify({ Volumes: [{ VolumeId: "v", Encrypted: false }] }),
    ])
      assert.ok(
        validate(JSON.parse(renderSarif(judged("some folder/a.sh", content)))),
        JSON.stringify(validate.errors),
      );
  });

  it("gives SARIF a region only where the file is the text", () => {
    const regionOf = (content: string) =>
      JSON.parse(renderSarif(judged("a b.sh", content))).runs[0].results[0].locations[0].physicalLocation;
    assert.deepEqual(regionOf(script), {
      artifactLocation: { uri: "a%20b.sh" },
      region: { startLine: 3, startColumn: 4 },
    });
    assert.deepEqual(regionOf(base64(script)), { artifactLocation: { uri: "a%20b.sh" } });
  });
});
