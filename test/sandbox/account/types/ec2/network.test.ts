import assert from "node:assert/strict";
import { eip } from "../../../../../sandbox/account/types/ec2/eip";
import { internetGateway } from "../../../../../sandbox/account/types/ec2/internetGateway";
import { subnet } from "../../../../../sandbox/account/types/ec2/subnet";
import { vpc } from "../../../../../sandbox/account/types/ec2/vpc";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

describe("networks of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  describe("a VPC", () => {
    it("comes with its main route table, network ACL and default security group", () => {
      const { id, properties } = aws.create(vpc, { cidrBlock: "10.0.0.0/16" });
      assert.match(id, /^vpc-[0-9a-f]{17}$/);
      assert.equal(properties.arn, `arn:aws:ec2:eu-west-1:111122223333:vpc/${id}`);
      assert.equal(properties.mainRouteTableId, properties.defaultRouteTableId);
      assert.match(String(properties.defaultSecurityGroupId), /^sg-[0-9a-f]{17}$/);
      assert.equal(properties.enableDnsHostnames, false);
    });

    for (const { cidrBlock, reason } of [
      {
        cidrBlock: "10.0.0.0/8",
        reason: "expected a network with between 16 and 28 significant bits, got 8",
      },
      {
        cidrBlock: "10.0.5.0/16",
        reason: '"10.0.5.0/16" is not a valid network address, expected 10.0.0.0/16',
      },
      { cidrBlock: "10.0.0.256/16", reason: '"10.0.0.256/16" is not a valid IPv4 CIDR block' },
      { cidrBlock: "ten", reason: '"ten" is not a valid IPv4 CIDR block' },
    ])
      it(`is refused by the provider with the CIDR ${cidrBlock}`, () => {
        assert.deepEqual(failures(vpc, { cidrBlock }), [{ property: "cidrBlock", reason }]);
      });

    it("cannot be deleted before its subnets, with DependencyViolation", () => {
      const entry = aws.create(vpc, { cidrBlock: "10.0.0.0/16" });
      const inside = aws.create(subnet, { vpcId: entry.id, cidrBlock: "10.0.0.0/24" });
      refuses(
        () => aws.remove(vpc, entry),
        "DependencyViolation",
        "EC2: DeleteVpc",
        `The vpc '${entry.id}' has dependencies and cannot be deleted.`,
      );
      aws.remove(subnet, inside);
      aws.remove(vpc, entry);
    });
  });

  describe("a subnet", () => {
    it("lies in the region's first zone when the program names none", () => {
      const vpcId = aws.create(vpc, { cidrBlock: "10.0.0.0/16" }).id;
      const { properties } = aws.create(subnet, { vpcId, cidrBlock: "10.0.0.0/24" });
      assert.equal(properties.availabilityZone, "eu-west-1a");
      assert.equal(properties.availabilityZoneId, "euw1-az1");
    });

    for (const { title, change, code, detail } of [
      {
        title: "refuses a range outside the VPC's, with InvalidSubnet.Range",
        change: { cidrBlock: "10.1.0.0/24" },
        code: "InvalidSubnet.Range",
        detail: "The CIDR '10.1.0.0/24' is invalid.",
      },
      {
        title: "refuses a range larger than the VPC's, with InvalidSubnet.Range",
        change: { cidrBlock: "10.0.0.0/15" },
        code: "InvalidSubnet.Range",
        detail: "The CIDR '10.0.0.0/15' is invalid.",
      },
      {
        title: "refuses a range smaller than /28, with InvalidSubnet.Range",
        change: { cidrBlock: "10.0.9.0/29" },
        code: "InvalidSubnet.Range",
        detail: "The CIDR '10.0.9.0/29' is invalid.",
      },
      {
        title: "refuses a range that overlaps another subnet's, with InvalidSubnet.Conflict",
        change: { cidrBlock: "10.0.0.128/25" },
        code: "InvalidSubnet.Conflict",
        detail: "The CIDR '10.0.0.128/25' conflicts with another subnet",
      },
      {
        title: "refuses a VPC that does not exist, with InvalidVpcID.NotFound",
        change: { cidrBlock: "10.0.2.0/24", vpcId: "vpc-00000000000000000" },
        code: "InvalidVpcID.NotFound",
        detail: "The vpc ID 'vpc-00000000000000000' does not exist",
      },
      {
        title: "refuses a zone of another region, with InvalidParameterValue",
        change: { cidrBlock: "10.0.2.0/24", availabilityZone: "us-east-1a" },
        code: "InvalidParameterValue",
        detail:
          "Value (us-east-1a) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: eu-west-1a, eu-west-1b, eu-west-1c.",
      },
    ])
      it(title, () => {
        const { vpcId } = network(aws);
        refuses(() => aws.create(subnet, { vpcId, ...change }), code, "EC2: CreateSubnet", detail);
      });

    it("may have the range of a subnet of another VPC", () => {
      network(aws);
      const vpcId = aws.create(vpc, { cidrBlock: "10.0.0.0/16" }).id;
      assert.equal(aws.create(subnet, { vpcId, cidrBlock: "10.0.0.0/24" }).properties.vpcId, vpcId);
    });
  });

  it("gives every Elastic IP an address of its own", () => {
    const addresses = [1, 2, 3].map(() => aws.create(eip, { domain: "vpc" }).properties.publicIp);
    assert.deepEqual(addresses, ["203.0.113.1", "203.0.113.2", "203.0.113.3"]);
  });

  it("attaches one internet gateway to a VPC, with Resource.AlreadyAssociated for the next", () => {
    const vpcId = aws.create(vpc, { cidrBlock: "10.0.0.0/16" }).id;
    const first = aws.create(internetGateway, { vpcId });
    refuses(
      () => aws.create(internetGateway, { vpcId }),
      "Resource.AlreadyAssociated",
      "EC2: AttachInternetGateway",
      `resource ${vpcId} is already attached to ${first.id}: a VPC takes one internet gateway`,
    );
  });
});
