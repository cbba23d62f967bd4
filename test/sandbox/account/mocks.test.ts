import assert from "node:assert/strict";
import * as ec2 from "@pulumi/aws/ec2";
import { Provider } from "@pulumi/aws/provider";
import * as awsx from "@pulumi/awsx/ec2/vpc";
import * as pulumi from "@pulumi/pulumi";
import { accountMocks } from "../../../sandbox/account/mocks";

/** The value of an output, `undefined` while it is unknown. */
function settled<T>(output: pulumi.Output<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    output.apply(resolve);
    pulumi.runtime.disconnect().then(() => resolve(undefined));
  });
}

describe("The account under Pulumi's mocks", () => {
  async function start(preview = false) {
    const mocks = accountMocks();
    await pulumi.runtime.setMocks(mocks, "bakeline", "test", preview);
    return mocks;
  }

  it("makes resources as the plugin would, with the program's provider and its tags", async () => {
    const mocks = await start();
    const provider = new Provider("aws", { region: "us-east-1", defaultTags: { tags: { Owner: "ops" } } });
    const vpc = new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16", tags: { Name: "net" } }, { provider });
    const arn = await settled(vpc.arn);

    const [entry] = mocks.ledger.entries();
    assert.equal(arn, `arn:aws:ec2:us-east-1:111122223333:vpc/${entry?.id}`);
    assert.deepEqual(mocks.resources[0]?.inputs.tagsAll, { Owner: "ops", Name: "net" });
  });

  it("leaves unknown in a preview what only AWS can say", async () => {
    const mocks = await start(true);
    const vpc = new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
    assert.equal(await settled(vpc.arn), undefined);
    assert.equal(mocks.resources[0]?.inputs.cidrBlock, "10.0.0.0/16");
    assert.deepEqual(mocks.ledger.entries(), []);
  });

  it("makes everything in an awsx Vpc", async () => {
    const mocks = await start();
    const net = new awsx.Vpc("net", {
      subnetStrategy: "Auto",
      availabilityZoneNames: ["eu-west-1a", "eu-west-1b"],
      natGateways: { strategy: "Single" },
    });
    const ids = await settled(net.privateSubnetIds);
    assert.equal(ids?.length, 2);
    assert.ok(ids?.every((id) => mocks.ledger.find("aws:ec2/subnet:Subnet", id) !== undefined));
    assert.equal(mocks.resources.filter(({ token }) => token === "aws:ec2/routeTable:RouteTable").length, 4);
  });

  it("throws what the account refuses", async () => {
    const mocks = await start();
    assert.throws(
      () =>
        mocks.newResource({
          type: "aws:ec2/vpc:Vpc",
          name: "net",
          inputs: { cidrBlok: "10.0.0.0/16" },
          custom: true,
        }),
      /aws:ec2\/vpc:Vpc \(net\)\n {2}cidrBlok: .* declares no property "cidrBlok"; the nearest it declares is "cidrBlock"/,
    );
    assert.throws(
      () =>
        mocks.newResource({
          type: "aws:ec2/subnet:Subnet",
          name: "a",
          inputs: { vpcId: "vpc-0", cidrBlock: "10.0.0.0/24" },
          custom: true,
        }),
      { name: "AwsError", code: "InvalidVpcID.NotFound" },
    );
    assert.deepEqual(mocks.resources, []);
  });

  it("answers data sources", async () => {
    const mocks = await start();
    const { names } = mocks.call({
      token: "aws:index/getAvailabilityZones:getAvailabilityZones",
      inputs: {},
    });
    assert.deepEqual(names, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
  });
});
