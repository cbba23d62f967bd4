import assert from "node:assert/strict";
import path from "node:path";
import { unknownStringValue } from "@pulumi/policy/proxy";
import { PackProcess, urnOf } from "./packProcess";

const volume = "aws:ebs/volume:Volume";
const template = "aws:ec2/launchTemplate:LaunchTemplate";

/** A secret as it is on the wire: https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts, specialSecretSig */
function secret(value: string) {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

describe("a policy pack, asked as the engine asks it", () => {
  let pack: PackProcess;
  before(async () => {
    pack = await PackProcess.start("policies/imds");
  });
  after(() => pack.stop());

  it("reports a violation as mandatory, with title, path, expected, got and remedy", async () => {
    assert.deepEqual(await pack.analyze(template, { metadataOptions: { httpTokens: "optional" } }), [
      {
        rule: "ec2-launch-template-requires-imdsv2",
        level: "mandatory",
        urn: urnOf(template, "resource"),
        message:
          "Launch templates require IMDSv2, so that a forged request cannot read the role's credentials.\n" +
          'metadataOptions.httpTokens: expected "required", got "optional". Set metadataOptions.httpTokens to "required".',
      },
    ]);
  });

  it("reports nothing on a resource that complies, or that no rule is about", async () => {
    assert.deepEqual(await pack.analyze(template, { metadataOptions: { httpTokens: "required" } }), []);
    assert.deepEqual(
      await pack.analyze("aws:ec2/vpc:Vpc", { metadataOptions: { httpTokens: "optional" } }),
      [],
    );
  });

  it("does not decode what no rule is going to read", async () => {
    // The SDK refuses to decode a kind of value that it does not know.
    const undecodable = { value: { "4dabf18193072939515e22adb298388d": "of a later SDK" } };
    assert.deepEqual(await pack.analyze("aws:ec2/vpc:Vpc", undecodable), []);
    await assert.rejects(pack.analyze(template, undecodable), /Unrecognized signature/);
  });

  it("says at the end of a preview which value it lacked, and from what that is computed", async () => {
    const properties = { metadataOptions: { httpTokens: unknownStringValue } };
    await pack.analyzeStack();
    assert.deepEqual(await pack.analyze("aws:ssm/parameter:Parameter", {}, { name: "tokens" }), []);
    const computedFrom = { metadataOptions: [urnOf("aws:ssm/parameter:Parameter", "tokens")] };
    assert.deepEqual(await pack.analyze(template, properties, { name: "web", computedFrom }), []);
    assert.deepEqual(await pack.analyzeStack(), [
      {
        rule: "ec2-launch-template-requires-imdsv2",
        level: "advisory",
        message:
          "could not be decided: metadataOptions.httpTokens is computed from aws:ssm/parameter:Parameter tokens, not known before the update; ec2-launch-template-requires-imdsv2 decides during it.",
        urn: urnOf(template, "web"),
      },
    ]);
  });

  it("judges a secret like any other value, and does not show it", async () => {
    assert.deepEqual(
      await pack.analyze(template, { metadataOptions: { httpTokens: secret("required") } }),
      [],
    );
    const [reported] = await pack.analyze(template, { metadataOptions: { httpTokens: secret("hunter2") } });
    assert.match(reported?.message ?? "", /expected "required", got a string of 7 characters\./);
  });

  it("cannot decide on a secret that is not known yet", async () => {
    await pack.analyze(template, { metadataOptions: secret(unknownStringValue) });
    const [reported] = await pack.analyzeStack();
    assert.match(reported?.message ?? "", /^could not be decided: metadataOptions is not known/);
  });

  it("tells the engine each rule's title, severity, remedy, reference and control", async () => {
    const { policiesList } = await pack.info();
    const policy = policiesList.find(({ name }) => name === "ec2-instance-requires-imdsv2");
    assert.deepEqual(
      [policy?.description, policy?.severity, policy?.remediationSteps, policy?.framework?.reference],
      [
        "Instances require IMDSv2, so that a forged request cannot read the role's credentials.",
        3,
        'Set metadataOptions.httpTokens to "required".',
        "EC2.8",
      ],
    );
  });

  it("reports violations at the level that its config sets", async () => {
    await pack.setLevel("advisory");
    const [reported] = await pack.analyze(template, {});
    assert.equal(reported?.level, "advisory");
    await pack.setLevel("mandatory");
    const [again] = await pack.analyze(template, {});
    assert.equal(again?.level, "mandatory");
  });

  it("says nothing of a rule that its config disables, and all else where it disables all others", async () => {
    const rules = async () => (await pack.analyze(template, {})).map(({ rule }) => rule);
    await pack.setLevel("mandatory", { "ec2-launch-template-requires-imdsv2": "disabled" });
    assert.deepEqual(await rules(), []);
    await pack.setLevel("disabled", { "ec2-launch-template-requires-imdsv2": "mandatory" });
    assert.deepEqual(await rules(), ["ec2-launch-template-requires-imdsv2"]);
    await pack.setLevel("disabled");
    assert.deepEqual(await rules(), []);
    await pack.setLevel("mandatory");
  });

  it("tells the engine of each rule once", async () => {
    const names = (await pack.info()).policiesList.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });
});

describe("a policy pack with rules that go wrong", () => {
  let pack: PackProcess;
  before(async () => {
    pack = await PackProcess.start("test/policies/faultyPack");
    await pack.setLevel("advisory");
  });
  after(() => pack.stop());

  it("reports a rule that threw as mandatory even where the pack is advisory, and goes on", async () => {
    const properties = { availabilityZone: "hunter2", outpostArn: unknownStringValue };
    const now = await pack.analyze(volume, properties);
    assert.deepEqual(
      [...now, ...(await pack.analyzeStack())],
      [
        {
          rule: "ebs-volume-throws",
          level: "mandatory",
          urn: urnOf(volume, "resource"),
          message:
            "rule failed: ebs-volume-throws threw an Error and has judged nothing about this resource. Correct the rule.",
        },
        {
          rule: "ebs-volume-reads-outpost",
          level: "advisory",
          urn: urnOf(volume, "resource"),
          message:
            "could not be decided: outpostArn is not known before the update; ebs-volume-reads-outpost decides during it.",
        },
      ],
    );
  });
});

describe("all packs in one process, asked as the engine asks them", () => {
  it("tell once what is wrong with the stack's settings, as mandatory", async () => {
    const config = { "bakeline:policies": { rules: { "ebs-volume-encripted": "advisory" } } };
    const pack = await PackProcess.start("policies/bakeline", ["."], { config });
    try {
      assert.deepEqual(await pack.analyzeStack(), [
        {
          rule: "imds-end-of-stack",
          level: "mandatory",
          message:
            "bakeline:policies.rules.ebs-volume-encripted: there is no such rule; docs/rules lists the ids",
          urn: "",
        },
      ]);
    } finally {
      await pack.stop();
    }
  });

  it("refuse in an update what they cannot decide even then", async () => {
    const pack = await PackProcess.start("policies/bakeline", ["."], { isPreview: false });
    try {
      const said = await pack.analyze(volume, { encrypted: unknownStringValue });
      assert.deepEqual(
        said.map(({ rule, level }) => ({ rule, level })),
        [{ rule: "ebs-volume-encrypted", level: "mandatory" }],
      );
    } finally {
      await pack.stop();
    }
  });
});

describe("a policy pack under the stock analyzer", () => {
  it("is served by @pulumi/pulumi/cmd/run-policy-pack, beside the whole SDK", async () => {
    const runPolicyPack = path.resolve("node_modules/@pulumi/pulumi/cmd/run-policy-pack");
    const pack = await PackProcess.start("policies/encryption", [runPolicyPack, "127.0.0.1:1", "."]);
    try {
      const reported = await pack.analyze(volume, { encrypted: false });
      assert.deepEqual(
        reported.map(({ rule, level }) => ({ rule, level })),
        [{ rule: "ebs-volume-encrypted", level: "mandatory" }],
      );
    } finally {
      await pack.stop();
    }
  });
});
