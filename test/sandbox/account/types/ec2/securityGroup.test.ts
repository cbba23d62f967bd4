import assert from "node:assert/strict";
import { defaultSecurityGroup } from "../../../../../sandbox/account/types/ec2/defaultSecurityGroup";
import { networkInterface } from "../../../../../sandbox/account/types/ec2/networkInterface";
import { securityGroup } from "../../../../../sandbox/account/types/ec2/securityGroup";
import {
  securityGroupEgressRule,
  securityGroupIngressRule,
} from "../../../../../sandbox/account/types/ec2/securityGroupRule";
import { vpc } from "../../../../../sandbox/account/types/ec2/vpc";
import { vpcEndpoint } from "../../../../../sandbox/account/types/ec2/vpcEndpoint";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

describe("security groups of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  it("refuses a second group of a name in one VPC, with InvalidGroup.Duplicate", () => {
    const { vpcId } = network(aws);
    refuses(
      () => aws.create(securityGroup, { vpcId, name: "web" }),
      "InvalidGroup.Duplicate",
      "EC2: CreateSecurityGroup",
      `The security group 'web' already exists for VPC '${vpcId}'`,
    );
    const other = aws.create(vpc, { cidrBlock: "10.0.0.0/16" }).id;
    assert.equal(aws.create(securityGroup, { vpcId: other, name: "web" }).properties.name, "web");
  });

  it("refuses a rule that names a group which does not exist, with InvalidGroup.NotFound", () => {
    const { vpcId } = network(aws);
    const ingress = [{ protocol: "tcp", fromPort: 80, toPort: 80, securityGroups: ["sg-0"] }];
    refuses(
      () => aws.create(securityGroup, { vpcId, name: "db", ingress }),
      "InvalidGroup.NotFound",
      "EC2: AuthorizeSecurityGroupIngress",
      "The security group 'sg-0' does not exist",
    );
  });

  it("refuses a port range that runs backwards, with InvalidParameterValue", () => {
    const { vpcId } = network(aws);
    const egress = [{ protocol: "tcp", fromPort: 443, toPort: 80, cidrBlocks: ["0.0.0.0/0"] }];
    refuses(
      () => aws.create(securityGroup, { vpcId, name: "db", egress }),
      "InvalidParameterValue",
      "EC2: AuthorizeSecurityGroupEgress",
      "Invalid TCP port range 443 to 80.",
    );
  });

  for (const { title, name, reason } of [
    { title: "begins with sg-", name: "sg-web", reason: "cannot begin with sg-" },
    { title: "is longer than 255 characters", name: "w".repeat(256), reason: "at most 255 characters" },
  ])
    it(`is refused by the provider when its name ${title}`, () => {
      assert.deepEqual(failures(securityGroup, { name }), [{ property: "name", reason }]);
    });

  describe("in use", () => {
    for (const { by, use } of [
      {
        by: "a network interface",
        use: (subnetId: string, id: string) =>
          aws.create(networkInterface, { subnetId, securityGroups: [id] }),
      },
      {
        by: "another group's rule",
        use: (_subnetId: string, id: string, vpcId: string) =>
          aws.create(securityGroup, {
            vpcId,
            name: "db",
            ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [id] }],
          }),
      },
      {
        by: "another group's rule of its own",
        use: (_subnetId: string, id: string, vpcId: string) => {
          const securityGroupId = aws.create(securityGroup, { vpcId, name: "db" }).id;
          aws.create(securityGroupIngressRule, {
            securityGroupId,
            ipProtocol: "-1",
            referencedSecurityGroupId: id,
          });
        },
      },
    ])
      it(`by ${by}, it cannot be deleted, with DependencyViolation`, () => {
        const { vpcId, subnetIds } = network(aws);
        const group = aws.create(securityGroup, { vpcId, name: "app" });
        use(subnetIds[0], group.id, vpcId);
        refuses(
          () => aws.remove(securityGroup, group),
          "DependencyViolation",
          "EC2: DeleteSecurityGroup",
          `resource ${group.id} has a dependent object`,
        );
      });

    it("by nothing but its own rules, it can", () => {
      const { vpcId } = network(aws);
      const group = aws.create(securityGroup, { vpcId, name: "app" });
      const securityGroupId = group.id;
      aws.create(securityGroupEgressRule, {
        securityGroupId,
        ipProtocol: "-1",
        referencedSecurityGroupId: securityGroupId,
      });
      aws.remove(securityGroup, group);
    });
  });

  describe("a rule of its own", () => {
    it("refuses a twin, with InvalidPermission.Duplicate", () => {
      const { securityGroupId } = network(aws);
      const rule = { securityGroupId, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" };
      const first = aws.create(securityGroupIngressRule, rule);
      assert.match(first.id, /^sgr-[0-9a-f]{17}$/);
      refuses(
        () => aws.create(securityGroupIngressRule, rule),
        "InvalidPermission.Duplicate",
        "EC2: AuthorizeSecurityGroupIngress",
        `the specified rule "peer: 0.0.0.0/0, tcp" already exists (${first.id})`,
      );
      aws.create(securityGroupEgressRule, rule);
    });

    it("names exactly one source", () => {
      const rule = { securityGroupId: "sg-1", ipProtocol: "-1" };
      const reason = "expected exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId";
      assert.deepEqual(failures(securityGroupIngressRule, rule), [{ property: "cidrIpv4", reason }]);
      assert.deepEqual(
        failures(securityGroupIngressRule, { ...rule, cidrIpv4: "10.0.0.0/8", cidrIpv6: "::/0" }),
        [{ property: "cidrIpv6", reason }],
      );
    });
  });

  it("adopts a VPC's default group under the id that came with the VPC", () => {
    const network = aws.create(vpc, { cidrBlock: "10.0.0.0/16" });
    const { id } = aws.create(defaultSecurityGroup, { vpcId: network.id });
    assert.equal(id, network.properties.defaultSecurityGroupId);
  });

  describe("around interfaces and endpoints", () => {
    it("refuses a group of another VPC on an interface, with InvalidParameter", () => {
      const { subnetIds } = network(aws);
      const other = aws.create(vpc, { cidrBlock: "10.9.0.0/16" }).id;
      const stranger = aws.create(securityGroup, { vpcId: other, name: "app" }).id;
      refuses(
        () => aws.create(networkInterface, { subnetId: subnetIds[0], securityGroups: [stranger] }),
        "InvalidParameter",
        "EC2: CreateNetworkInterface",
        `Security group ${stranger} and subnet ${subnetIds[0]} belong to different networks.`,
      );
    });

    it("refuses subnets for a gateway endpoint and route tables for an interface endpoint", () => {
      const { vpcId, subnetIds } = network(aws);
      const serviceName = "com.amazonaws.eu-west-1.s3";
      refuses(
        () => aws.create(vpcEndpoint, { vpcId, serviceName, subnetIds: [subnetIds[0]] }),
        "InvalidParameter",
        "EC2: CreateVpcEndpoint",
        "Endpoint type (Gateway) does not support subnets or security groups.",
      );
      refuses(
        () =>
          aws.create(vpcEndpoint, {
            vpcId,
            serviceName,
            vpcEndpointType: "Interface",
            routeTableIds: ["rtb-1"],
          }),
        "InvalidParameter",
        "EC2: CreateVpcEndpoint",
        "Endpoint type (Interface) does not support route tables.",
      );
    });

    it("gives an interface endpoint one interface a subnet and the VPC's default group", () => {
      const { vpcId, subnetIds } = network(aws);
      const { properties } = aws.create(vpcEndpoint, {
        vpcId,
        serviceName: "com.amazonaws.eu-west-1.ssm",
        vpcEndpointType: "Interface",
        subnetIds,
      });
      assert.equal([properties.networkInterfaceIds].flat().length, 2);
      assert.equal([properties.securityGroupIds].flat().length, 1);
      assert.equal(properties.state, "available");
    });
  });
});
