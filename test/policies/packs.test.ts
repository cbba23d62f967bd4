import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { bakeline } from "../../policies/bakeline/pack";
import { packFolder, packs } from "../../policies/packs";
import { brokenStack } from "./brokenStack";
import { PackProcess, urnOf } from "./packProcess";

// Stack files name rules by id: a change here breaks every stack that names the rule.
const pinnedIds = {
  imds: [
    "ec2-launch-template-requires-imdsv2",
    "ec2-launch-template-hop-limit",
    "ec2-instance-requires-imdsv2",
    "ec2-instance-hop-limit",
    "ec2-instance-metadata-defaults-require-imdsv2",
    "ec2-instance-metadata-defaults-hop-limit",
    "autoscaling-launch-configuration-hop-limit",
    "autoscaling-launch-configuration-requires-imdsv2",
    "ec2-spot-fleet-requires-imdsv2",
    "imagebuilder-infrastructure-requires-imdsv2",
    "ec2-launch-template-tags-in-metadata",
    "ec2-instance-tags-in-metadata",
  ],
  encryption: [
    "ec2-launch-template-ebs-encrypted",
    "ec2-instance-ebs-encrypted",
    "ebs-volume-encrypted",
    "ebs-encryption-by-default-enabled",
  ],
  fleet: [
    "autoscaling-group-pinned-template-version",
    "ec2-fleet-pinned-template-version",
    "autoscaling-group-spans-zones",
    "autoscaling-group-elb-health-check",
    "autoscaling-launch-hook-is-initial",
    "ec2-image-age",
    "ec2-allowed-images-by-owner-and-age",
    "ec2-instance-no-public-ip",
    "ec2-launch-template-no-public-ip",
    "ec2-spot-fleet-no-public-ip",
    "ec2-subnet-no-public-ip",
    "ec2-security-group-no-open-admin-ports",
    "ec2-security-group-rule-no-open-admin-ports",
    "vpc-ingress-rule-no-open-admin-ports",
    "ec2-network-acl-no-open-admin-ports",
    "ec2-network-acl-rule-no-open-admin-ports",
    "ec2-interface-source-dest-check",
    "ec2-eip-in-use",
    "ec2-instance-no-key-pair",
    "ec2-spot-fleet-no-key-pair",
    "imagebuilder-infrastructure-no-key-pair",
    "iam-policy-no-wildcard-actions",
    "iam-policy-no-wildcard-resources",
    "iam-role-inline-policies-no-wildcards",
    "iam-role-no-open-trust",
    "iam-role-no-administrator",
    "iam-policy-attachment-no-administrator",
    "ec2-ami-not-public",
    "ec2-shared-ami-encrypted",
    "ec2-snapshot-not-public",
    "imagebuilder-distribution-not-public",
    "ec2-public-sharing-blocked",
    "rds-database-deletion-protection",
    "rds-database-backup",
    "rds-database-final-snapshot",
    "rds-instance-multi-az",
    "rds-cluster-multi-az",
    "dynamodb-table-deletion-protection",
    "dynamodb-table-point-in-time-recovery",
    "elasticache-replication-group-multi-az",
    "elasticache-replication-group-backup",
    "s3-bucket-no-force-destroy",
    "logs-log-group-retention",
    "cloudwatch-alarm-has-action",
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
        for (const { name, type, properties, idOf = {} } of brokenStack) {
          const computedFrom = Object.fromEntries(
            Object.entries(idOf).map(([property, other]) => [property, [urnOf(typeOf(other), other)]]),
          );
          for (const { rule, level } of await pack.analyze(type, properties, { name, computedFrom }))
            reported.push(`${name}: ${rule}${level === "mandatory" ? "" : ` (${level})`}`);
        }
        for (const { rule, level, urn } of await pack.analyzeStack())
          reported.push(`${urn.split("::").at(-1)}: ${rule}${level === "mandatory" ? "" : ` (${level})`}`);
      } finally {
        await pack.stop();
      }
    }
    assert.deepEqual([...new Set(reported)].sort(), expected.sort());
  });
});

function typeOf(name: string): string {
  const found = brokenStack.find((one) => one.name === name);
  assert.ok(found, `there is no ${name} in the broken stack`);
  return found.type;
}
