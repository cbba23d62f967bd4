import assert from "node:assert/strict";
import type { PlannedResource } from "../../../../sandbox/account/awsx/plan";
import { readVpcArgs } from "../../../../sandbox/account/awsx/vpcArgs";
import { planVpc } from "../../../../sandbox/account/awsx/vpcPlan";
import { UNKNOWN } from "../../../../sandbox/account/unknown";
import type { Properties } from "../../../../sandbox/account/values";

const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const base: Properties = {
  cidrBlock: "10.20.0.0/16",
  subnetStrategy: "Auto",
  natGateways: { strategy: "Single" },
  tags: { Team: "a" },
};

function planOf(changed: Properties = {}) {
  return planVpc("net", readVpcArgs({ ...base, ...changed }), zones);
}

function namesOf(resources: readonly PlannedResource[], type: string): readonly string[] {
  return resources.filter(({ token }) => token.endsWith(`:${type}`)).map(({ name }) => name);
}

function find(resources: readonly PlannedResource[], type: string, name: string): PlannedResource {
  const found = resources.find((row) => row.token.endsWith(`:${type}`) && row.name === name);
  assert.ok(found, `${type} ${name} is planned`);
  return found;
}

describe("The plan of an awsx Vpc", () => {
  it("has awsx's children under awsx's names", () => {
    const { resources } = planOf();
    const perZone = [
      "net-public-1",
      "net-private-1",
      "net-public-2",
      "net-private-2",
      "net-public-3",
      "net-private-3",
    ];
    assert.deepEqual(namesOf(resources, "Vpc"), ["net"]);
    assert.deepEqual(namesOf(resources, "InternetGateway"), ["net"]);
    for (const type of ["Subnet", "RouteTable", "RouteTableAssociation", "Route"])
      assert.deepEqual(namesOf(resources, type), perZone);
    assert.deepEqual(namesOf(resources, "Eip"), ["net-1"]);
    assert.deepEqual(namesOf(resources, "NatGateway"), ["net-1"]);
  });

  it("names each resource by its tag Name, and keeps the program's tags", () => {
    const { resources } = planOf({
      subnetSpecs: [{ type: "Public", tags: { Tier: "edge" } }, { type: "Private" }],
    });
    assert.deepEqual(find(resources, "Vpc", "net").inputs.tags, { Name: "net", Team: "a" });
    assert.deepEqual(find(resources, "Subnet", "net-public-1").inputs.tags, {
      Name: "net-public-1",
      SubnetType: "Public",
      Team: "a",
      Tier: "edge",
    });
    assert.deepEqual(find(resources, "NatGateway", "net-1").inputs.tags, { Name: "net-1", Team: "a" });
  });

  it("puts table below subnet, association and route below table, NAT gateway and address below the public subnet", () => {
    const { resources } = planOf();
    const parentOf = (type: string, name: string) => find(resources, type, name).parent;
    assert.equal(parentOf("Vpc", "net"), undefined);
    assert.equal(parentOf("Subnet", "net-public-1"), find(resources, "Vpc", "net").key);
    assert.equal(parentOf("RouteTable", "net-public-1"), find(resources, "Subnet", "net-public-1").key);
    assert.equal(parentOf("Route", "net-public-1"), find(resources, "RouteTable", "net-public-1").key);
    assert.equal(parentOf("NatGateway", "net-1"), find(resources, "Subnet", "net-public-1").key);
  });

  it("plans every resource after its parent and after what it refers to", () => {
    const { resources } = planOf({ natGateways: { strategy: "OnePerAz" } });
    const seen = new Set<string>();
    for (const row of resources) {
      const needed = [
        ...(row.parent === undefined ? [] : [row.parent]),
        ...Object.values(row.references).map(({ key }) => key),
      ];
      assert.deepEqual(
        needed.filter((key) => !seen.has(key)),
        [],
      );
      assert.ok(!seen.has(row.key));
      seen.add(row.key);
    }
  });

  it("sends private subnets out by the one NAT gateway, by their zone's, or not at all", () => {
    const wayOut = (strategy: string) =>
      ["net-private-1", "net-private-2", "net-private-3"].map(
        (name) =>
          planOf({ natGateways: { strategy } }).resources.find(
            (row) => row.name === name && row.token.endsWith(":Route"),
          )?.references.natGatewayId?.key,
      );
    const nat = (name: string) => `aws:ec2/natGateway:NatGateway::${name}`;
    assert.deepEqual(wayOut("Single"), [nat("net-1"), nat("net-1"), nat("net-1")]);
    assert.deepEqual(wayOut("OnePerAz"), [nat("net-1"), nat("net-2"), nat("net-3")]);
    assert.deepEqual(wayOut("None"), [undefined, undefined, undefined]);
  });

  it("uses the addresses that are given instead of making its own", () => {
    const { resources } = planOf({
      natGateways: { strategy: "Single", elasticIpAllocationIds: ["eipalloc-1"] },
    });
    assert.deepEqual(namesOf(resources, "Eip"), []);
    assert.equal(find(resources, "NatGateway", "net-1").inputs.allocationId, "eipalloc-1");
  });

  it("gives the ids of each kind of subnet, isolated ones without a route", () => {
    const { resources, outputs } = planOf({
      subnetSpecs: [{ type: "Private" }, { type: "Public" }, { type: "Isolated" }, { type: "Unused" }],
    });
    assert.deepEqual(outputs.isolatedSubnetIds, {
      kind: "ids",
      keys: zones.map((_, index) => `aws:ec2/subnet:Subnet::net-isolated-${index + 1}`),
    });
    assert.ok(!namesOf(resources, "Route").includes("net-isolated-1"));
    assert.ok(!namesOf(resources, "Subnet").some((name) => name.includes("unused")));
  });

  it("keeps a secret tag secret and an unknown map of tags unknown", () => {
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: { Team: "a" },
    };
    assert.deepEqual(find(planOf({ tags: secret }).resources, "Vpc", "net").inputs.tags, {
      ...secret,
      value: { Name: "net", Team: "a" },
    });
    assert.equal(find(planOf({ tags: UNKNOWN }).resources, "Vpc", "net").inputs.tags, UNKNOWN);
  });

  it("plans endpoints in the VPC as specified", () => {
    const spec = { serviceName: "com.amazonaws.eu-west-1.s3", vpcEndpointType: "Gateway" };
    const { inputs, references } = find(
      planOf({ vpcEndpointSpecs: [spec] }).resources,
      "VpcEndpoint",
      spec.serviceName,
    );
    assert.deepEqual([inputs, references.vpcId?.key], [spec, "aws:ec2/vpc:Vpc::net"]);
  });

  it("refuses NAT gateways that have nowhere to stand", () => {
    assert.throws(
      () => planOf({ subnetSpecs: [{ type: "Private" }] }),
      /natGateways\.strategy: Single expects both public subnets/,
    );
  });

  it("refuses, by name and all at once, what it does not model and what is wrong", () => {
    const wrong = {
      ipv4IpamPoolId: "ipam-1",
      subnetStrategy: "Legacy",
      natGateways: { strategy: "Two" },
      subnetSpecs: [{ type: "Privat" }],
      cidrBlock: UNKNOWN,
    };
    assert.throws(() => planOf(wrong), {
      message: [
        'ipv4IpamPoolId: the simulated awsx:ec2:Vpc declares no property "ipv4IpamPoolId"; the nearest it declares is "cidrBlock"',
        "cidrBlock: expected a value known at preview, got one that is not; take it from config",
        "subnetStrategy: expected Auto, all that the simulated awsx models; got Legacy",
        "natGateways.strategy: expected None, Single or OnePerAz",
        "subnetSpecs[0].type: expected Public, Private, Isolated or Unused",
      ].join("\n"),
    });
  });
});
