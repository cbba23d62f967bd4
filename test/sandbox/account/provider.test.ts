import assert from "node:assert/strict";
import type { Ledger } from "../../../sandbox/account/ledger";
import { memoryLedger } from "../../../sandbox/account/memoryLedger";
import { Provider } from "../../../sandbox/account/provider";
import { isProperties, UNKNOWN } from "../../../sandbox/account/unknown";
import type { Properties } from "../../../sandbox/account/values";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const INSTANCE = "aws:ec2/instance:Instance";
const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

describe("The provider over a ledger", () => {
  let ledger: Ledger;
  let provider: Provider;
  beforeEach(() => {
    ledger = memoryLedger();
    provider = new Provider(ledger, {
      region: "eu-west-1",
      defaultTags: { "bakeline:stack": "dev", Team: "none" },
    });
  });

  function checked(token: string, news: Properties, olds?: Properties): Properties {
    const { inputs, failures } = provider.check(token, {
      name: "web",
      news,
      ...(olds === undefined ? {} : { olds }),
    });
    assert.deepEqual(failures, []);
    return inputs;
  }

  function created(token: string, news: Properties) {
    const inputs = checked(token, news);
    return { inputs, ...provider.create(token, inputs) };
  }

  it("checks inputs into what AWS will be asked for: defaults, region, tags of the provider below the resource's", () => {
    assert.deepEqual(checked(VPC, { cidrBlock: "10.0.0.0/16", tags: { Name: "web", Team: "a" } }), {
      cidrBlock: "10.0.0.0/16",
      enableDnsSupport: true,
      instanceTenancy: "default",
      region: "eu-west-1",
      tags: { Name: "web", Team: "a" },
      tagsAll: { "bakeline:stack": "dev", Name: "web", Team: "a" },
    });
  });

  it("knows nothing of all tags while one of them is unknown", () => {
    assert.equal(checked(VPC, { cidrBlock: "10.0.0.0/16", tags: { Name: UNKNOWN } }).tagsAll, UNKNOWN);
  });

  it("gives a physical name to what needs one, and keeps it", () => {
    const first = checked(LAUNCH_TEMPLATE, { instanceType: "t3.micro" });
    assert.match(String(first.name), /^web-[0-9a-f]{7}$/);
    assert.equal(checked(LAUNCH_TEMPLATE, { instanceType: "t3.small" }, first).name, first.name);
  });

  it("refuses what the SDK does not declare and what the type's own checks refuse, all at once", () => {
    const { failures } = provider.check(VPC, {
      name: "web",
      news: { cidrBlok: "x", cidrBlock: "10.0.0.0/8" },
    });
    assert.deepEqual(
      failures.map(({ property }) => property),
      ["cidrBlok", "cidrBlock"],
    );
  });

  it("leaves unjudged what is not known yet", () => {
    checked(SUBNET, { vpcId: UNKNOWN, cidrBlock: UNKNOWN });

    const judged = (securityGroupNames: readonly string[] | string) =>
      provider
        .check(LAUNCH_TEMPLATE, { name: "web", news: { securityGroupNames, vpcSecurityGroupIds: ["sg-1"] } })
        .failures.map(({ property }) => property);
    assert.deepEqual(judged(UNKNOWN), []);
    assert.deepEqual(judged(["web"]), ["securityGroupNames"]);
  });

  it("previews a creation with the inputs known and what only AWS can say unknown", () => {
    const preview = provider.previewCreate(VPC, checked(VPC, { cidrBlock: "10.0.0.0/16" }));
    assert.equal(preview.cidrBlock, "10.0.0.0/16");
    assert.equal(preview.arn, UNKNOWN);
    assert.equal(preview.instanceTenancy, "default");
    assert.deepEqual(ledger.entries(), []);
  });

  it("creates what then can be read, and be imported by its inputs", () => {
    const { id, properties, inputs } = created(VPC, { cidrBlock: "10.0.0.0/16", tags: { Name: "web" } });
    assert.match(id, /^vpc-[0-9a-f]{17}$/);
    assert.equal(properties.arn, `arn:aws:ec2:eu-west-1:111122223333:vpc/${id}`);
    assert.deepEqual(provider.read(VPC, id, inputs), { id, properties, inputs });

    const imported = provider.read(VPC, id)?.inputs ?? {};
    assert.deepEqual(provider.diff(VPC, "web", properties, imported, inputs).changes, []);
  });

  it("imports of inputs that exclude one another the one that says something", () => {
    const vpc = created(VPC, { cidrBlock: "10.0.0.0/16" });
    const subnet = created(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    const news = { ami: "ami-0a1b2c3d", instanceType: "t3.micro", subnetId: subnet.id };
    const { id, properties } = created(INSTANCE, news);
    assert.deepEqual(properties.networkInterfaces, []);
    const imported = provider.read(INSTANCE, id)?.inputs ?? {};
    assert.equal(imported.subnetId, subnet.id);
    assert.equal(imported.networkInterfaces, undefined);
  });

  it("shows the tags that an import would add", () => {
    const { id, properties } = created(VPC, { cidrBlock: "10.0.0.0/16", tags: { Name: "web" } });
    const imported = provider.read(VPC, id)?.inputs ?? {};
    const news = checked(VPC, { ...imported, tags: { Name: "web", Team: "a" } });
    assert.deepEqual(
      provider
        .diff(VPC, "web", properties, imported, news)
        .changes.map(({ kind, path }) => `${kind} ${path}`),
      ["update tagsAll.Team", "add tags.Team"],
    );
  });

  it("passes on AWS's refusals with their code", () => {
    const inputs = checked(SUBNET, { vpcId: "vpc-0", cidrBlock: "10.0.0.0/24" });
    assert.throws(() => provider.create(SUBNET, inputs), { name: "AwsError", code: "InvalidVpcID.NotFound" });
    assert.deepEqual(ledger.entries(), []);
  });

  it("reads drift as changed inputs, so that the next update undoes it", () => {
    const { id, properties, inputs } = created(VPC, { cidrBlock: "10.0.0.0/16", tags: { Name: "web" } });
    ledger.put(
      { token: VPC, id, properties: { ...properties, tags: { Name: "edited", Extra: "by hand" } } },
      "update",
    );

    const found = provider.read(VPC, id, inputs)?.inputs ?? {};
    assert.deepEqual(found.tags, { Name: "edited", Extra: "by hand" });
    assert.deepEqual(
      provider.diff(VPC, "web", properties, found, inputs).changes.map(({ kind, path }) => `${kind} ${path}`),
      ["update tags.Name", "delete tags.Extra"],
    );
  });

  it("finds nothing under an id that is gone", () => {
    assert.equal(provider.read(VPC, "vpc-0"), undefined);
  });

  it("foresees which outputs an update makes unknown: a launch template's version by its user data, not by its description", () => {
    const { inputs, properties } = created(LAUNCH_TEMPLATE, {
      instanceType: "t3.micro",
      tags: { Name: "web" },
    });
    const foresee = (change: Properties) =>
      provider.previewUpdate(LAUNCH_TEMPLATE, properties, inputs, { ...inputs, ...change }).latestVersion;
    assert.equal(foresee({ userData: "IyEvYmluL3NoCg==" }), UNKNOWN);
    assert.equal(foresee({ description: "other" }), 1);
  });

  it("updates in place: new inputs, withdrawn ones gone, outputs as AWS then has them", () => {
    const { id, inputs } = created(LAUNCH_TEMPLATE, { instanceType: "t3.micro", description: "old" });
    const kept = Object.entries(inputs).filter(([name]) => name !== "description");
    const news = { ...Object.fromEntries(kept), instanceType: "t3.small" };
    const properties = provider.update(LAUNCH_TEMPLATE, id, inputs, news);
    assert.equal(properties.instanceType, "t3.small");
    assert.equal(properties.description, undefined);
    assert.equal(properties.latestVersion, 2);
    assert.deepEqual(ledger.find(LAUNCH_TEMPLATE, id)?.properties, properties);
  });

  it("keeps in an update, and in its preview, what AWS filled in inside a block that the program gave in part", () => {
    const vpc = created(VPC, { cidrBlock: "10.0.0.0/16" });
    const subnet = created(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    const { id, inputs, properties } = created(INSTANCE, {
      ami: "ami-0a1b2c3d",
      instanceType: "t3.micro",
      subnetId: subnet.id,
      rootBlockDevice: { volumeSize: 20 },
    });
    const news = { ...inputs, rootBlockDevice: { volumeSize: 30 }, tags: { Name: "new" } };
    const before = isProperties(properties.rootBlockDevice) ? properties.rootBlockDevice : {};
    assert.match(String(before.volumeId), /^vol-[0-9a-f]{17}$/);
    const expected = { ...before, volumeSize: 30 };
    assert.deepEqual(provider.previewUpdate(INSTANCE, properties, inputs, news).rootBlockDevice, expected);
    assert.deepEqual(provider.update(INSTANCE, id, inputs, news).rootBlockDevice, expected);
  });

  it("keeps what AWS filled in where the program no longer says it", () => {
    const metadataOptions = { httpTokens: "required" };
    const { id, inputs, properties } = created(LAUNCH_TEMPLATE, {
      instanceType: "t3.micro",
      metadataOptions,
    });
    const news = Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "metadataOptions"));
    assert.deepEqual(
      provider.previewUpdate(LAUNCH_TEMPLATE, properties, inputs, news).metadataOptions,
      metadataOptions,
    );
    assert.deepEqual(provider.update(LAUNCH_TEMPLATE, id, inputs, news).metadataOptions, metadataOptions);
  });

  it("sees no change where the program says what AWS had filled in", () => {
    const { inputs, properties } = created(VPC, { cidrBlock: "10.0.0.0/16" });
    const { enableNetworkAddressUsageMetrics } = properties;
    assert.equal(enableNetworkAddressUsageMetrics, false);
    const news = { ...inputs, enableNetworkAddressUsageMetrics };
    assert.deepEqual(provider.diff(VPC, "web", properties, inputs, news).changes, []);
  });

  it("foresees that a template's default version moves with its content only where it is told to", () => {
    const { inputs, properties } = created(LAUNCH_TEMPLATE, { instanceType: "t3.micro" });
    const foresee = (change: Properties) =>
      provider.previewUpdate(LAUNCH_TEMPLATE, properties, inputs, { ...inputs, ...change }).defaultVersion;
    assert.equal(foresee({ instanceType: "t3.small" }), 1);
    assert.equal(foresee({ instanceType: "t3.small", updateDefaultVersion: false }), 1);
    assert.equal(foresee({ instanceType: "t3.small", updateDefaultVersion: true }), UNKNOWN);
    assert.equal(foresee({ instanceType: "t3.small", updateDefaultVersion: UNKNOWN }), UNKNOWN);
    assert.equal(foresee({ updateDefaultVersion: true }), UNKNOWN);
  });

  it("cannot update what is gone, and says to refresh", () => {
    const { id, inputs } = created(VPC, { cidrBlock: "10.0.0.0/16" });
    ledger.remove(VPC, id);
    assert.throws(
      () => provider.update(VPC, id, inputs, inputs),
      /nothing has the id vpc-[0-9a-f]{17} any more; run refresh/,
    );
  });

  it("deletes, unless AWS refuses; deleting what is gone succeeds", () => {
    const vpc = created(VPC, { cidrBlock: "10.0.0.0/16" });
    const subnet = created(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    assert.throws(() => provider.delete(VPC, vpc.id), { name: "AwsError", code: "DependencyViolation" });
    provider.delete(SUBNET, subnet.id);
    provider.delete(VPC, vpc.id);
    provider.delete(VPC, vpc.id);
    assert.deepEqual(ledger.entries(), []);
  });

  it("names a type that it does not know, and where to add it", () => {
    assert.throws(() => provider.check("aws:braket/job:Job", { name: "web", news: {} }), {
      message:
        "the simulated account does not know the resource type aws:braket/job:Job: " +
        "model it in sandbox/account/types/braket/, list it in types/index.ts, then run npm run schema",
    });
  });
});
