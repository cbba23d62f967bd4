import assert from "node:assert/strict";
import {
  configWithWorkload,
  recordEstate,
  recordStack,
  recordWholeStack,
  stackConfigOf,
  withTiersOf,
} from "./recordEstate";
import { type Recorded, type RecordedEstate, valueAt } from "./recordedEstate";
import { anyWorkload } from "./workloads/anyWorkload";

describe("the estate", function () {
  this.timeout(20_000);
  let dev: RecordedEstate;
  before(async () => {
    dev = await recordStack("dev");
  });

  it("tags every taggable resource of the account with its own name, those of hosts too", async () => {
    const prod = await recordWholeStack("prod");
    const untagged = [...dev.resources, ...prod.resources]
      .filter(({ type }) => type.startsWith("aws:") && !untaggable.some((name) => type.endsWith(`:${name}`)))
      .filter(({ name, inputs }) => nameTagOf(inputs) !== name)
      .map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(untagged, []);
  });

  it("gives no two resources of a type the same name, so that type, stack and name say which is which", () => {
    const ofAws = dev.shape.filter((resource) => resource.startsWith("aws"));
    assert.deepEqual(
      ofAws.filter((resource, index) => ofAws.indexOf(resource) !== index),
      [],
    );
  });

  it("tells AWS which project, stack and environment everything belongs to", () => {
    const tags = {
      "bakeline:project": "bakeline",
      "bakeline:stack": "dev",
      "bakeline:environment": "dev",
    };
    const provider = dev.resources.find(({ type }) => type === "pulumi:providers:aws");
    assert.deepEqual(JSON.parse(String(provider?.inputs.defaultTags)), { tags });
  });

  it("consists of the same resources in prod as in dev, but for what a second zone and a second region need", async () => {
    const prod = await recordEstate({ stack: "prod", config: withTiersOf("dev", stackConfigOf("prod")) });
    assert.deepEqual(
      named(prod).filter((resource) => !named(dev).includes(resource)),
      [
        "aws:appautoscaling/policy:Policy sessions-read-capacity",
        "aws:appautoscaling/policy:Policy sessions-write-capacity",
        "aws:appautoscaling/target:Target sessions-read-capacity",
        "aws:appautoscaling/target:Target sessions-write-capacity",
        "aws:cloudwatch/logGroup:LogGroup orders-replica-1-postgresql",
        "aws:cloudwatch/logGroup:LogGroup orders-replica-1-upgrade",
        "aws:cloudwatch/metricAlarm:MetricAlarm catalog-node-2-cpu-high",
        "aws:cloudwatch/metricAlarm:MetricAlarm catalog-node-2-memory-high",
        "aws:cloudwatch/metricAlarm:MetricAlarm orders-replica-1-lag",
        "aws:cloudwatch/metricAlarm:MetricAlarm reports-replica-lag",
        "aws:ec2/eip:Eip network-2",
        "aws:ec2/eip:Eip network-3",
        "aws:ec2/natGateway:NatGateway network-2",
        "aws:ec2/natGateway:NatGateway network-3",
        "aws:ec2/tag:Tag web-foundational-in-use",
        "aws:ec2/tag:Tag web-in-use",
        "aws:iam/role:Role retirement",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment retirement",
        "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy retirement-web-foundational",
        "aws:kms/alias:Alias stores-eu-central-1",
        "aws:kms/key:Key stores-eu-central-1",
        "aws:rds/clusterInstance:ClusterInstance reports-2",
        "aws:rds/instance:Instance orders-replica-1",
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication orders",
        "bakeline:images:Retirement retirement",
        "bakeline:state:EncryptionKey stores-eu-central-1",
      ],
    );
    assert.deepEqual(
      named(dev).filter((resource) => !named(prod).includes(resource)),
      ["aws:cloudwatch/metricAlarm:MetricAlarm media-burst-credits"],
    );
  });

  it("consists of the same resources in a preview as in an update", async () => {
    assert.deepEqual((await recordEstate({ stack: "dev", preview: true })).shape, dev.shape);
  });

  it("gives a second workload resources of its own and shares the rest", async () => {
    const { workloads } = configWithWorkload("api");
    const config = {
      ...configWithWorkload("web"),
      workloads: { ...configWithWorkload("web").workloads, ...workloads },
    };
    const web = anyWorkload({ name: "web", traffic: { listenerRulePriority: 11 } });
    const both = await recordEstate({ stack: "dev", config, workloads: [web, anyWorkload({ name: "api" })] });
    const alone = await recordEstate({ stack: "dev", config, workloads: [web] });
    const added = both.shape.filter((resource) => !alone.shape.includes(resource));
    assert.deepEqual(
      added.filter((resource) => !/ (api|api-.*|load-balancer-to-api|log-archive-api)$/.test(resource)),
      [],
    );
    assert.equal(
      both.shape.length - alone.shape.length,
      alone.shape.filter((it) => / (web|web-.*|.*-to-web|log-archive-web)$/.test(it)).length,
    );
  });
});

/** Type and name of each resource, without the digests of what objects hold. */
function named({ shape }: RecordedEstate): string[] {
  return shape.map((resource) => resource.replace(/-[0-9a-f]{12}$/, ""));
}

/** The types whose resources AWS takes no tags for; a new one is added on purpose, or the test above fails. */
const untaggable = [
  "Alias",
  "BackupPolicy",
  // A tag itself.
  "Tag",
  "BucketLifecycleConfiguration",
  "BucketLogging",
  "BucketMetric",
  "BucketOwnershipControls",
  "BucketPolicy",
  "BucketPublicAccessBlock",
  "BucketServerSideEncryptionConfiguration",
  "BucketVersioning",
  "ContributorInsights",
  "EventTarget",
  "FileSystemPolicy",
  "InstanceAutomatedBackupsReplication",
  "LifecycleHook",
  "LogMetricFilter",
  "LogSubscriptionFilter",
  "MountTarget",
  "Permission",
  "Policy",
  "RolePolicy",
  "RolePolicyAttachment",
  "Route",
  "RouteTableAssociation",
  "SecretVersion",
  "TopicPolicy",
  "TopicSubscription",
];

/** Auto Scaling groups have a list of tags where all others have a map. */
function nameTagOf({ tags }: Recorded["inputs"]): unknown {
  if (!Array.isArray(tags)) return valueAt(tags, "Name");
  return valueAt(
    tags.find((tag) => valueAt(tag, "key") === "Name"),
    "value",
  );
}
