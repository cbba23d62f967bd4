import assert from "node:assert/strict";
import { readResource } from "../../../scan/carriers/readResource";
import { flatten } from "../../../scan/reader/part";
import { base64 } from "../reader/outline";

const secret = "1b47061264138c4ac30d75fd1eb44270";
const mark = "4dabf18193072939515e22adb298388d";
const script = "#!/bin/sh\necho hi\n";

/** Every text with where it was, and what was left unread. */
function rows(type: string, properties: object): string[] {
  return readResource(type, properties).flatMap(({ root, unread }) => [
    ...[...flatten(root)]
      .filter(({ text }) => text !== "")
      .map(({ place, name, text }) => `${place.join(" > ")} | ${name ?? ""} | ${text}`),
    ...unread.map(({ place, reason }) => `${place.join(" > ")} unread: ${reason}`),
  ]);
}

describe("readResource", () => {
  it("reads the user data of everything that has some", () => {
    const encoded = base64(script);
    for (const [type, properties, place] of [
      ["aws:ec2/launchTemplate:LaunchTemplate", { userData: encoded }, "userData > base64"],
      [
        "AWS::EC2::LaunchTemplate",
        { LaunchTemplateData: { UserData: encoded } },
        "launchTemplateData.userData > base64",
      ],
      [
        "aws-native:ec2:LaunchTemplate",
        { launchTemplateData: { userData: encoded } },
        "launchTemplateData.userData > base64",
      ],
      ["aws:ec2/instance:Instance", { userData: script }, "userData"],
      ["aws:ec2/instance:Instance", { userDataBase64: encoded }, "userDataBase64 > base64"],
      ["aws:ec2/spotInstanceRequest:SpotInstanceRequest", { userData: script }, "userData"],
      [
        "aws:ec2/spotFleetRequest:SpotFleetRequest",
        { launchSpecifications: [{}, { userData: script }] },
        "launchSpecifications[1].userData",
      ],
      [
        "AWS::EC2::SpotFleet",
        { SpotFleetRequestConfigData: { LaunchSpecifications: [{ UserData: encoded }] } },
        "spotFleetRequestConfigData.launchSpecifications[0].userData > base64",
      ],
      ["aws:ec2/launchConfiguration:LaunchConfiguration", { userData: script }, "userData"],
      ["aws:imagebuilder/imageRecipe:ImageRecipe", { userDataBase64: encoded }, "userDataBase64 > base64"],
      ["aws:lightsail/instance:Instance", { userData: script }, "userData"],
    ] as const)
      assert.deepEqual(rows(type, properties), [`${place} |  | ${script}`], type);
  });

  it("reads documents as text and as objects", () => {
    const document = {
      schemaVersion: "2.2",
      mainSteps: [{ action: "aws:runShellScript", inputs: { runCommand: ["echo hi"] } }],
    };
    assert.ok(
      rows("aws:ssm/document:Document", { content: JSON.stringify(document) }).includes(
        "content > mainSteps[0].inputs.runCommand |  | echo hi",
      ),
    );
    assert.deepEqual(rows("AWS::SSM::Document", { Content: document }), [
      "content > mainSteps[0].inputs.runCommand |  | echo hi",
    ]);
    assert.ok(
      rows("aws:imagebuilder/component:Component", {
        data: "schemaVersion: 1.0\nphases:\n- name: build\n  steps:\n  - action: ExecuteBash\n    inputs: {commands: [echo hi]}\n",
      }).includes("data > phases[0].steps[0].inputs.commands |  | echo hi"),
    );
    assert.equal(
      rows("aws:imagebuilder/containerRecipe:ContainerRecipe", {
        dockerfileTemplateData: "FROM x\nENV A=b\n",
      }).length,
      1,
    );
  });

  it("gives variables their names, from maps and from lists of pairs", () => {
    assert.deepEqual(rows("aws:lambda/function:Function", { environment: { variables: { A: "b" } } }), [
      "environment.variables > A | A | b",
    ]);
    assert.deepEqual(
      rows("aws:codebuild/project:Project", {
        environment: { environmentVariables: [{ name: "A", value: "b", type: "PLAINTEXT" }] },
      }),
      ["environment.environmentVariables > A | A | b"],
    );
    assert.deepEqual(
      rows("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify([
          { name: "x", image: "y", environment: [{ name: "A", value: "b" }] },
        ]),
      }),
      ["containerDefinitions > [0].environment.A | A | b"],
    );
    assert.deepEqual(
      rows("AWS::ECS::TaskDefinition", {
        ContainerDefinitions: [{ Name: "x", Image: "y", Environment: [{ Name: "A", Value: "b" }] }],
      }),
      ["containerDefinitions > [0].environment.A | A | b"],
    );
    assert.deepEqual(
      rows("aws:batch/jobDefinition:JobDefinition", {
        containerProperties: JSON.stringify({ image: "y", environment: [{ name: "A", value: "b" }] }),
      }),
      ["containerProperties > [0].environment.A | A | b"],
    );
  });

  it("reads a plain parameter under its name, and no SecureString", () => {
    assert.deepEqual(
      rows("aws:ssm/parameter:Parameter", { name: "/app/password", type: "String", value: "x" }),
      ["value > /app/password | /app/password | x"],
    );
    assert.deepEqual(
      rows("aws:ssm/parameter:Parameter", { name: "/app/password", type: "SecureString", value: "x" }),
      [],
    );
  });

  it("reads objects by their key, from text, base64 and assets", () => {
    const key = "boot/app.env";
    assert.deepEqual(rows("aws:s3/bucketObjectv2:BucketObjectv2", { key, content: "A=b" }), [
      `content | ${key} | A=b`,
    ]);
    assert.deepEqual(rows("aws:s3/bucketObject:BucketObject", { key, contentBase64: base64("A=b") }), [
      `contentBase64 | ${key} | A=b`,
    ]);
    const asset = { [mark]: "c44067f5952c0a294b673a41bacd8c17", text: "A=b" };
    assert.deepEqual(rows("aws:s3/bucketObject:BucketObject", { key, source: asset }), [
      `source | ${key} | A=b`,
    ]);
    const file = { [mark]: "c44067f5952c0a294b673a41bacd8c17", path: "./x", hash: "y" };
    assert.deepEqual(rows("aws:s3/bucketObject:BucketObject", { key, source: file }), [
      "source unread: it is a file that is not in here: scan the file",
    ]);
    const archive = { [mark]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: { "index.py": asset } };
    assert.deepEqual(rows("aws:lambda/function:Function", { code: archive }), [
      "code > index.py | index.py | A=b",
    ]);
  });

  it("reads tags and descriptions of every AWS resource, and of no other", () => {
    assert.deepEqual(rows("aws:sns/topic:Topic", { tags: { Owner: "x" }, description: "y" }), [
      "tags > Owner | Owner | x",
      "description > description | description | y",
    ]);
    assert.deepEqual(
      rows("aws:autoscaling/group:Group", { tags: [{ key: "Owner", value: "x", propagateAtLaunch: true }] }),
      ["tags > Owner | Owner | x"],
    );
    assert.deepEqual(
      rows("aws:ec2/launchTemplate:LaunchTemplate", {
        tagSpecifications: [{ resourceType: "instance", tags: { Owner: "x" } }],
      }),
      ["tagSpecifications[0].tags > Owner | Owner | x"],
    );
    assert.deepEqual(rows("gcp:compute/instance:Instance", { tags: { Owner: "x" } }), []);
  });

  it("reads secrets out of their wrapping, and says what it cannot have", () => {
    const type = "aws:ec2/instance:Instance";
    assert.deepEqual(rows(type, { userData: { [mark]: secret, value: script } }), [
      `userData |  | ${script}`,
    ]);
    assert.deepEqual(rows(type, { userData: { [mark]: secret, plaintext: JSON.stringify(script) } }), [
      `userData |  | ${script}`,
    ]);
    assert.deepEqual(rows(type, { userData: { [mark]: secret, ciphertext: "v1:x" } }), [
      "userData unread: it is encrypted: export the stack with --show-secrets",
    ]);
    assert.deepEqual(rows(type, { userData: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }), [
      "userData unread: it is not known before the update",
    ]);
    assert.deepEqual(rows(type, { userData: "[secret]" }), [
      "userData unread: it is a secret that this output leaves out",
    ]);
    assert.deepEqual(
      rows("aws:lambda/function:Function", { environment: { [mark]: secret, ciphertext: "x" } }),
      ["environment unread: it is encrypted: export the stack with --show-secrets"],
    );
    assert.deepEqual(
      rows("aws:lambda/function:Function", {
        environment: {
          variables: { A: { [mark]: secret, value: "b" }, C: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
        },
      }),
      [
        "environment.variables > A | A | b",
        "environment.variables > C unread: it is not known before the update",
      ],
    );
  });

  it("has nothing to read where there is nothing", () => {
    for (const properties of [{}, { userData: "" }, { userData: null }, { userData: 5 }])
      assert.deepEqual(rows("aws:ec2/instance:Instance", properties), []);
    assert.deepEqual(readResource("aws:ec2/instance:Instance", undefined), []);
  });
});
