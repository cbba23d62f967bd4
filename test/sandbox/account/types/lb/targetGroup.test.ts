import assert from "node:assert/strict";
import { listener } from "../../../../../sandbox/account/types/lb/listener";
import { loadBalancer } from "../../../../../sandbox/account/types/lb/loadBalancer";
import { targetGroup } from "../../../../../sandbox/account/types/lb/targetGroup";
import { block } from "../../../../../sandbox/account/types/reading";
import type { Properties } from "../../../../../sandbox/account/values";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

const SERVICE = "Elastic Load Balancing v2";

const targetGroupFailures: readonly { change: Properties; property: string }[] = [
  { change: { port: 0 }, property: "port" },
  { change: { port: 65_536 }, property: "port" },
  { change: { deregistrationDelay: 3601 }, property: "deregistrationDelay" },
  { change: { healthCheck: { healthyThreshold: 1 } }, property: "healthCheck.healthyThreshold" },
  { change: { healthCheck: { interval: 4 } }, property: "healthCheck.interval" },
  { change: { healthCheck: { path: "health" } }, property: "healthCheck.path" },
];

describe("target groups of the simulated account", () => {
  let aws: Simulation;
  let vpcId: string;
  let subnets: readonly [string, string];
  beforeEach(() => {
    aws = simulation();
    ({ vpcId, subnetIds: subnets } = network(aws));
  });
  const balancer = (name = "web") => aws.create(loadBalancer, { name, subnets });
  const targets = (name = "web") => aws.create(targetGroup, { name, port: 80, protocol: "HTTP", vpcId });

  it("has the provider's health check where the program says nothing", () => {
    const healthCheck = block(targets().properties, "healthCheck");
    assert.deepEqual(healthCheck, {
      enabled: true,
      healthyThreshold: 3,
      interval: 30,
      matcher: "200",
      path: "/",
      port: "traffic-port",
      protocol: "HTTP",
      timeout: 5,
      unhealthyThreshold: 3,
    });
  });

  it("refuses a name that is taken, with DuplicateTargetGroupName", () => {
    targets();
    refuses(
      () => targets(),
      "DuplicateTargetGroupName",
      `${SERVICE}: CreateTargetGroup`,
      "A target group with the same name 'web' exists, but with different settings",
    );
  });

  it("refuses a VPC that does not exist and a timeout as long as the interval, with ValidationError", () => {
    const inputs = { name: "web", port: 80, protocol: "HTTP", vpcId };
    refuses(
      () => aws.create(targetGroup, { ...inputs, vpcId: "vpc-0" }),
      "ValidationError",
      `${SERVICE}: CreateTargetGroup`,
      "The VPC ID 'vpc-0' is not found",
    );
    refuses(
      () => aws.create(targetGroup, { ...inputs, healthCheck: { interval: 10, timeout: 10 } }),
      "ValidationError",
      `${SERVICE}: CreateTargetGroup`,
      "Health check interval must be greater than the timeout, got 10 and 10",
    );
  });

  for (const { change, property } of targetGroupFailures)
    it(`is refused by the provider with ${JSON.stringify(change)}`, () => {
      const found = failures(targetGroup, { port: 80, protocol: "HTTP", vpcId, ...change });
      assert.deepEqual(
        found.map((failure) => failure.property),
        [property],
      );
    });

  it("that a listener uses cannot be deleted, with ResourceInUse", () => {
    const group = targets();
    aws.create(listener, {
      loadBalancerArn: balancer().id,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", targetGroupArn: group.id }],
    });
    refuses(
      () => aws.remove(targetGroup, group),
      "ResourceInUse",
      `${SERVICE}: DeleteTargetGroup`,
      `Target group '${group.id}' is currently in use by a listener or a rule`,
    );
  });
});
