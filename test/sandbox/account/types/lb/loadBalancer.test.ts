import assert from "node:assert/strict";
import { internetGateway } from "../../../../../sandbox/account/types/ec2/internetGateway";
import { subnet } from "../../../../../sandbox/account/types/ec2/subnet";
import { vpc } from "../../../../../sandbox/account/types/ec2/vpc";
import { loadBalancer } from "../../../../../sandbox/account/types/lb/loadBalancer";
import { bucket } from "../../../../../sandbox/account/types/s3/bucket";
import type { Properties } from "../../../../../sandbox/account/values";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

const SERVICE = "Elastic Load Balancing v2";

/** One refusal: what is changed of inputs that are accepted, and what AWS then says. */
interface Refusal {
  title: string;
  change: Properties;
  code: string;
  detail: string;
}

const loadBalancerRefusals: readonly Refusal[] = [
  {
    title: "a subnet that does not exist, with SubnetNotFound",
    change: { subnets: ["subnet-0"] },
    code: "SubnetNotFound",
    detail: "The subnet ID 'subnet-0' does not exist",
  },
  {
    title: "a security group that does not exist, with InvalidConfigurationRequest",
    change: { securityGroups: ["sg-0"] },
    code: "InvalidConfigurationRequest",
    detail: "One or more security groups are invalid",
  },
  {
    title: "a name that is taken, with DuplicateLoadBalancerName",
    change: { name: "taken" },
    code: "DuplicateLoadBalancerName",
    detail: "A load balancer with the same name 'taken' exists, but with different settings",
  },
];

describe("load balancers of the simulated account", () => {
  let aws: Simulation;
  let vpcId: string;
  let subnets: readonly [string, string];
  beforeEach(() => {
    aws = simulation();
    ({ vpcId, subnetIds: subnets } = network(aws));
  });
  const balancer = (name = "web") => aws.create(loadBalancer, { name, subnets });

  it("is known by its ARN, with a DNS name in its region", () => {
    const { id, properties } = balancer();
    assert.match(
      id,
      /^arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer\/app\/web\/[0-9a-f]{16}$/,
    );
    assert.match(String(properties.dnsName), /^web-\d+\.eu-west-1\.elb\.amazonaws\.com$/);
    assert.equal(properties.vpcId, vpcId);
  });

  it("needs two zones, with ValidationError", () => {
    refuses(
      () => aws.create(loadBalancer, { name: "web", subnets: [subnets[0]] }),
      "ValidationError",
      `${SERVICE}: CreateLoadBalancer`,
      "At least two subnets in two different Availability Zones must be specified",
    );
  });

  it("takes one subnet a zone, with InvalidConfigurationRequest", () => {
    const third = aws.create(subnet, {
      vpcId,
      cidrBlock: "10.0.2.0/24",
      availabilityZone: "eu-west-1a",
    }).id;
    refuses(
      () => aws.create(loadBalancer, { name: "web", subnets: [...subnets, third] }),
      "InvalidConfigurationRequest",
      `${SERVICE}: CreateLoadBalancer`,
      "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    );
  });

  it("faces the internet only where the VPC has an internet gateway, with InvalidSubnet", () => {
    const closed = aws.create(vpc, { cidrBlock: "10.9.0.0/16" }).id;
    const inside = ["a", "b"].map(
      (zone, index) =>
        aws.create(subnet, {
          vpcId: closed,
          cidrBlock: `10.9.${index}.0/24`,
          availabilityZone: `eu-west-1${zone}`,
        }).id,
    );
    refuses(
      () => aws.create(loadBalancer, { name: "web", subnets: inside }),
      "InvalidSubnet",
      `${SERVICE}: CreateLoadBalancer`,
      `VPC ${closed} has no internet gateway`,
    );
    aws.create(loadBalancer, { name: "internal", subnets: inside, internal: true });
    aws.create(internetGateway, { vpcId: closed });
    aws.create(loadBalancer, { name: "web", subnets: inside });
  });

  for (const { title, change, code, detail } of loadBalancerRefusals)
    it(`refuses ${title}`, () => {
      balancer("taken");
      refuses(
        () => aws.create(loadBalancer, { name: "web", subnets, ...change }),
        code,
        `${SERVICE}: CreateLoadBalancer`,
        detail,
      );
    });

  it("refuses access logs to a bucket whose policy lets nobody write", () => {
    aws.create(bucket, { bucket: "access-logs" });
    refuses(
      () =>
        aws.create(loadBalancer, {
          name: "web",
          subnets,
          accessLogs: { bucket: "access-logs", enabled: true },
        }),
      "InvalidConfigurationRequest",
      `${SERVICE}: ModifyLoadBalancerAttributes`,
      "Access Denied for bucket: access-logs. Please check S3bucket permission",
    );
  });

  it("with deletion protection cannot be deleted, with OperationNotPermitted", () => {
    const entry = aws.create(loadBalancer, { name: "web", subnets, enableDeletionProtection: true });
    refuses(
      () => aws.remove(loadBalancer, entry),
      "OperationNotPermitted",
      `${SERVICE}: DeleteLoadBalancer`,
      `Load balancer '${entry.id}' cannot be deleted because deletion protection is enabled`,
    );
    const open = aws.update(loadBalancer, entry, { name: "web", subnets, enableDeletionProtection: false });
    aws.remove(loadBalancer, open);
  });

  it("cannot move to another VPC", () => {
    const entry = balancer();
    const { subnetIds, vpcId: elsewhere } = network(aws);
    assert.notEqual(elsewhere, vpcId);
    refuses(
      () => aws.update(loadBalancer, entry, { name: "web", subnets: subnetIds }),
      "InvalidConfigurationRequest",
      `${SERVICE}: SetSubnets`,
      `All subnets must belong to the load balancer's VPC, ${vpcId}`,
    );
  });

  for (const name of ["internal-web", "-web", "web_1", "w".repeat(33)])
    it(`is refused by the provider with the name ${name}`, () => {
      assert.deepEqual(
        failures(loadBalancer, { name, subnets }).map(({ property }) => property),
        ["name"],
      );
    });
});
