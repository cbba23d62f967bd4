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
    "ec2-launch-configuration-ebs-encrypted",
    "ec2-spot-instance-request-ebs-encrypted",
    "ec2-spot-fleet-request-ebs-encrypted",
    "ebs-snapshot-copy-encrypted",
    "ebs-snapshot-import-encrypted",
    "dlm-lifecycle-policy-copies-encrypted",
    "ec2-ami-ebs-encrypted",
    "ec2-ami-copy-encrypted",
    "imagebuilder-image-recipe-ebs-encrypted",
    "imagebuilder-container-recipe-ebs-encrypted",
    "ecs-service-ebs-volume-encrypted",
    "workspaces-workspace-root-volume-encrypted",
    "workspaces-workspace-user-volume-encrypted",
    "rds-instance-storage-encrypted",
    "rds-cluster-storage-encrypted",
    "rds-global-cluster-storage-encrypted",
    "rds-parameter-group-tls-forced",
    "rds-cluster-parameter-group-tls-forced",
    "rds-proxy-tls-required",
    "rds-logs-exported",
    "docdb-cluster-storage-encrypted",
    "docdb-global-cluster-storage-encrypted",
    "docdb-cluster-parameter-group-tls",
    "neptune-cluster-storage-encrypted",
    "neptune-global-cluster-storage-encrypted",
    "neptune-cluster-parameter-group-tls",
    "dynamodb-table-kms-encrypted",
    "dax-cluster-encrypted-at-rest",
    "dax-cluster-encrypted-in-transit",
    "redshift-cluster-encrypted",
    "redshift-parameter-group-tls-required",
    "redshiftserverless-workgroup-tls-required",
    "dms-endpoint-tls",
    "elasticache-replication-group-encrypted-at-rest",
    "elasticache-replication-group-encrypted-in-transit",
    "elasticache-replication-group-authenticates",
    "elasticache-cluster-encrypted-in-transit",
    "elasticache-serverless-cache-authenticates",
    "elasticache-user-authenticates",
    "memorydb-cluster-encrypted-in-transit",
    "memorydb-cluster-authenticates",
    "s3-bucket-policy-tls-only",
    "efs-file-system-encrypted",
    "ecs-task-definition-efs-encrypted-in-transit",
    "transfer-server-encrypted-protocols",
    "kinesis-stream-encrypted",
    "firehose-stream-encrypted",
    "msk-cluster-client-tls",
    "msk-cluster-broker-tls",
    "mskconnect-connector-tls",
    "sns-topic-encrypted",
    "sns-topic-subscription-https",
    "sqs-queue-encrypted",
    "opensearch-domain-encrypted-at-rest",
    "opensearch-domain-node-to-node-encrypted",
    "opensearch-domain-https-required",
    "opensearch-domain-tls-policy",
    "elasticsearch-domain-encrypted-at-rest",
    "elasticsearch-domain-node-to-node-encrypted",
    "elasticsearch-domain-https-required",
    "elasticsearch-domain-tls-policy",
    "glue-security-configuration-encrypted",
    "glue-data-catalog-encrypted",
    "emr-security-configuration-encrypted",
    "elb-listener-encrypted",
    "elb-listener-tls-policy",
    "elb-classic-load-balancer-listeners-encrypted",
    "elb-classic-load-balancer-tls-policy",
    "cloudfront-distribution-viewers-https",
    "cloudfront-distribution-tls-version",
    "cloudfront-distribution-origins-https",
    "apigateway-domain-name-tls-version",
    "apigateway-method-cache-encrypted",
    "appsync-api-cache-encrypted-at-rest",
    "appsync-api-cache-encrypted-in-transit",
    "kms-key-rotated",
    "kms-key-policy-closed",
    "kms-customer-key-in-production",
    "ssm-parameter-secret-encrypted",
    "cloudtrail-trail-encrypted",
    "codebuild-project-artifacts-encrypted",
    "codebuild-project-s3-logs-encrypted",
    "codebuild-report-group-encrypted",
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
    "backup-vault-no-force-destroy",
    "ecr-repository-no-force-delete",
    "logs-log-group-retention",
    "cloudwatch-alarm-has-action",
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
