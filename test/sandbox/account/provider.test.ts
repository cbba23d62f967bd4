import assert from "node:assert/strict";
import type { Ledger } from "../../../sandbox/account/ledger";
import { memoryLedger } from "../../../sandbox/account/memoryLedger";
import { Provider } from "../../../sandbox/account/provider";
import { UNKNOWN } from "../../../sandbox/account/unknown";
import type { Properties } from "../../../sandbox/account/values";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
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
    assert.deepEqual(provider.diff(VPC, "web", imported, inputs).changes, []);
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
      provider.diff(VPC, "web", found, inputs).changes.map(({ kind, path }) => `${kind} ${path}`),
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
