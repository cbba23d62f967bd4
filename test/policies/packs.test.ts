import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { bakeline } from "../../policies/bakeline/pack";
import { packFolder, packs } from "../../policies/packs";
import { brokenStack } from "./brokenStack";
import { PackProcess } from "./packProcess";

// Stack files name rules by id: a change here breaks every stack that names the rule.
const pinnedIds = {
  imds: [
    "ec2-launch-template-requires-imdsv2",
    "ec2-launch-template-hop-limit",
    "ec2-instance-requires-imdsv2",
    "ec2-instance-hop-limit",
    "ec2-instance-metadata-defaults-require-imdsv2",
    "ec2-instance-metadata-defaults-hop-limit",
  ],
  encryption: [
    "ec2-launch-template-ebs-encrypted",
    "ec2-instance-ebs-encrypted",
    "ebs-volume-encrypted",
    "ebs-encryption-by-default-enabled",
  ],
  "user-data": [
    "ec2-boot-content-no-secrets",
    "ec2-boot-content-no-suppressions",
    "ec2-boot-content-no-logged-credentials",
    "ec2-boot-content-imdsv2-calls",
    "ec2-user-data-within-limit",
    "ec2-user-data-acted-on-at-boot",
    "ec2-boot-content-readable",
  ],
};

describe("the policy packs", () => {
  it("have the rules that stack files know", () => {
    const ids = Object.fromEntries(packs.map(({ name, rules }) => [name, rules.map(({ id }) => id)]));
    assert.deepEqual(ids, pinnedIds);
  });

  it("name no rule twice, and each by service, resource and requirement", () => {
    const ids = packs.flatMap(({ rules }) => rules.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+){2,}$/);
  });

  it("cite only AWS", () => {
    for (const { url } of packs.flatMap(({ rules }) => rules.flatMap(({ references }) => references)))
      assert.equal(new URL(url).hostname, "docs.aws.amazon.com");
  });

  for (const pack of [...packs, bakeline]) {
    it(`${pack.name} tells the engine the same in PulumiPolicy.yaml and package.json as in its code`, () => {
      const read = (file: string) => readFileSync(path.join(packFolder(pack), file), "utf8");
      const manifest = parse(read("PulumiPolicy.yaml"));
      const { version } = JSON.parse(read("package.json"));
      assert.deepEqual(
        { name: manifest.name, description: manifest.description, version: manifest.version },
        { name: pack.name, description: pack.description, version },
      );
    });
  }
});

describe("a stack that breaks everything", () => {
  const expected = brokenStack.flatMap(({ name, violates }) => violates.map((rule) => `${name}: ${rule}`));

  it("is heard of from every rule of every pack", async () => {
    const rules = packs.flatMap((pack) => pack.rules.map(({ id }) => id));
    assert.deepEqual([...new Set(brokenStack.flatMap(({ violates }) => violates))].sort(), rules.sort());

    const reported: string[] = [];
    for (const folder of packs.map(packFolder)) {
      const pack = await PackProcess.start(folder);
      try {
        for (const { name, type, properties } of brokenStack)
          for (const { rule, level } of await pack.analyze(type, properties, { name }))
            reported.push(`${name}: ${rule}${level === "mandatory" ? "" : ` (${level})`}`);
        for (const { rule, level, urn } of await pack.analyzeStack())
          reported.push(`${urn.split("::").at(-1)}: ${rule}${level === "mandatory" ? "" : ` (${level})`}`);
      } finally {
        await pack.stop();
      }
    }
    assert.deepEqual(reported.sort(), expected.sort());
  });
});
