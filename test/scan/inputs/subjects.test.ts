import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { subjectsOf } from "../../../scan/inputs/subjects";
import { base64 } from "../reader/outline";

const script = "#!/bin/sh\necho hi\n";
const encoded = base64(script);

/** `resource: text` of each carrier, then each setting. */
function subjects(content: string | object, file = "input.json"): string[] {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return subjectsOf(file, Buffer.from(text)).flatMap(({ resource, readings, settings }) => [
    ...readings.map(({ root }) => `${resource ?? "file"}: ${root.text}`),
    ...settings.map(({ detector, place }) => `${resource ?? "file"} ${detector} ${place}`),
  ]);
}

const template = {
  urn: "urn:pulumi:dev::x::aws:ec2/launchTemplate:LaunchTemplate::web",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  inputs: { userData: encoded },
};
const row = `${template.urn}: ${script}`;

describe("what a file is about", () => {
  it("reads what Pulumi writes: a stack's export, a preview, its streaming form, a plan", () => {
    assert.deepEqual(subjects({ version: 3, deployment: { resources: [template] } }), [row]);
    assert.deepEqual(
      subjects({
        steps: [
          { op: "create", urn: template.urn, newState: template },
          { op: "delete", urn: "x", oldState: template },
        ],
      }),
      [row],
    );
    const event = JSON.stringify({
      sequence: 2,
      resourcePreEvent: { metadata: { op: "create", urn: template.urn, type: template.type, new: template } },
    });
    const removal = JSON.stringify({
      sequence: 3,
      resourcePreEvent: { metadata: { op: "delete", urn: template.urn, type: template.type, new: template } },
    });
    assert.deepEqual(subjects(`{"sequence":1,"preludeEvent":{}}\n${event}\n${removal}\n`), [row]);
    assert.deepEqual(
      subjects({
        resourcePlans: {
          [template.urn]: { goal: { type: template.type, inputDiff: { adds: template.inputs } } },
        },
      }),
      [row],
    );
  });

  it("reads a stack's outputs where its inputs do not say it", () => {
    assert.deepEqual(
      subjects({
        version: 3,
        deployment: { resources: [{ ...template, inputs: {}, outputs: { userData: encoded } }] },
      }),
      [row],
    );
  });

  it("audits a running fleet from what the AWS CLI answers", () => {
    assert.deepEqual(
      subjects({
        Reservations: [
          {
            Instances: [
              { InstanceId: "i-1", MetadataOptions: { HttpTokens: "optional", HttpEndpoint: "enabled" } },
            ],
          },
          {
            Instances: [
              { InstanceId: "i-2", MetadataOptions: { HttpTokens: "optional", HttpEndpoint: "disabled" } },
              { InstanceId: "i-3", MetadataOptions: { HttpTokens: "required" } },
            ],
          },
        ],
      }),
      ["i-1 imdsv1-allowed MetadataOptions"],
    );
    assert.deepEqual(
      subjects({
        LaunchTemplateVersions: [
          {
            LaunchTemplateName: "web",
            VersionNumber: 3,
            LaunchTemplateData: {
              UserData: encoded,
              MetadataOptions: { HttpTokens: "optional" },
              BlockDeviceMappings: [{ Ebs: { Encrypted: false } }],
            },
          },
        ],
      }),
      [
        `web version 3: ${script}`,
        "web version 3 imdsv1-allowed LaunchTemplateData.MetadataOptions",
        "web version 3 volume-not-encrypted BlockDeviceMappings.ebs.encrypted",
      ],
    );
    assert.deepEqual(subjects({ InstanceId: "i-1", UserData: { Value: encoded } }), [`i-1: ${script}`]);
    assert.deepEqual(
      subjects({
        Volumes: [
          { VolumeId: "vol-1", Encrypted: false },
          { VolumeId: "vol-2", Encrypted: true },
        ],
      }),
      ["vol-1 volume-not-encrypted encrypted"],
    );
    assert.deepEqual(
      subjects({ LaunchConfigurations: [{ LaunchConfigurationName: "old", UserData: encoded }] }),
      [`old: ${script}`],
    );
    assert.deepEqual(subjects({ Parameters: [{ Name: "/a", Type: "SecureString", Value: "x" }] }), []);
    assert.deepEqual(subjects({ Reservations: [] }), []);
  });

  it("reads any other file as what it is", () => {
    assert.deepEqual(subjects(script, "setup.sh"), [`file: ${script}`]);
    const [compressed] = subjectsOf("x.gz", gzipSync(script));
    assert.equal(compressed?.readings[0]?.root.text, script);
  });

  it("takes for user data what looks like it or is called so, and nothing else of a folder", () => {
    const ignored = (file: string, text: string) =>
      subjectsOf(file, Buffer.from(text))[0]?.readings[0]?.root.ignored !== undefined;
    assert.equal(ignored("a/user-data.txt", "echo hi\n"), true);
    assert.equal(ignored("-", "echo hi\n"), true);
    assert.equal(ignored("README.md", "echo hi\n"), false);
    assert.equal(ignored("infra/userData.ts", "export {};\n"), false);
    assert.equal(
      subjectsOf("x.b64", Buffer.from(encoded))[0]?.readings[0]?.root.userDataBytes,
      script.length,
    );
    assert.equal(subjectsOf("main.c", Buffer.from("#include <stdio.h>\n"))[0]?.readings[0]?.unread.length, 0);
  });
});
