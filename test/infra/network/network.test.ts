import assert from "node:assert/strict";
import { planVpc, withoutPublicAddresses } from "../../../infra/network/network";
import { recordEstate, recordStack, stackConfigOf } from "../recordEstate";
import { type RecordedEstate, valueAt } from "../recordedEstate";

describe("planVpc", () => {
  it("has one NAT gateway in dev and one a zone in prod", () => {
    assert.deepEqual(planVpc(stackConfigOf("dev").network).natGateways, { strategy: "Single" });
    assert.deepEqual(planVpc(stackConfigOf("prod").network).natGateways, { strategy: "OnePerAz" });
  });
});

describe("withoutPublicAddresses", () => {
  const transform = (type: string) =>
    withoutPublicAddresses({
      type,
      custom: true,
      name: "it",
      props: { mapPublicIpOnLaunch: true },
      opts: {},
    });

  it("has no subnet give instances a public address, and leaves everything else alone", () => {
    assert.deepEqual(transform("aws:ec2/subnet:Subnet"), { props: { mapPublicIpOnLaunch: false }, opts: {} });
    assert.equal(transform("aws:ec2/vpc:Vpc"), undefined);
  });
});

describe("Network", () => {
  let dev: RecordedEstate;
  before(async () => {
    dev = await recordStack("dev");
  });

  const cidrBlocks = (estate: RecordedEstate) =>
    Object.fromEntries(estate.all("Subnet").map(({ name, inputs }) => [name, inputs.cidrBlock]));

  it("has a private and a public subnet in each zone", () => {
    assert.deepEqual(cidrBlocks(dev), {
      "network-private-1": "10.20.0.0/20",
      "network-private-2": "10.20.32.0/20",
      "network-private-3": "10.20.64.0/20",
      "network-public-1": "10.20.16.0/22",
      "network-public-2": "10.20.48.0/22",
      "network-public-3": "10.20.80.0/22",
    });
    assert.deepEqual(
      dev
        .all("Subnet")
        .map(({ name, inputs }) => `${name} ${inputs.availabilityZone}`)
        .sort(),
      ["private", "public"].flatMap((type) =>
        [1, 2, 3].map((zone) => `network-${type}-${zone} eu-west-1${" abc"[zone]}`),
      ),
    );
  });

  it("moves no subnet when a zone is added at the end", async () => {
    const config = stackConfigOf("dev");
    const availabilityZones = config.network.availabilityZones.slice(0, 2);
    const smaller = await recordEstate({
      stack: "dev",
      config: { ...config, network: { ...config.network, availabilityZones } },
    });
    const { "network-private-3": _private, "network-public-3": _public, ...first } = cidrBlocks(dev);
    assert.deepEqual(cidrBlocks(smaller), first);
  });

  it("leaves the VPC's default security group without a rule", () => {
    const { ingress, egress } = dev.only("DefaultSecurityGroup");
    assert.deepEqual({ ingress, egress }, { ingress: [], egress: [] });
  });

  it("logs accepted and rejected connections", () => {
    const { trafficType, logDestinationType } = dev.only("FlowLog");
    assert.deepEqual([trafficType, logDestinationType], ["ALL", "cloud-watch-logs"]);
  });

  it("lets flow logs of this account alone assume their role", () => {
    const trust: unknown = JSON.parse(String(dev.named("Role", "network-flow-logs").assumeRolePolicy));
    assert.deepEqual(valueAt(trust, "Statement", 0, "Principal"), { Service: "vpc-flow-logs.amazonaws.com" });
    assert.deepEqual(valueAt(trust, "Statement", 0, "Condition"), {
      StringEquals: { "aws:SourceAccount": "111122223333" },
    });
  });

  for (const service of ["s3", "dynamodb"])
    it(`reaches ${service} by a gateway endpoint on the private subnets' route tables`, () => {
      const { serviceName, vpcEndpointType, routeTableIds } = dev.named("VpcEndpoint", `network-${service}`);
      assert.deepEqual([serviceName, vpcEndpointType], [`com.amazonaws.eu-west-1.${service}`, "Gateway"]);
      assert.ok(Array.isArray(routeTableIds));
      assert.equal(new Set(routeTableIds).size, 3);
    });
});
