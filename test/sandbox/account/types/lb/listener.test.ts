import assert from "node:assert/strict";
import { listener } from "../../../../../sandbox/account/types/lb/listener";
import { listenerRule } from "../../../../../sandbox/account/types/lb/listenerRule";
import { loadBalancer } from "../../../../../sandbox/account/types/lb/loadBalancer";
import { targetGroup } from "../../../../../sandbox/account/types/lb/targetGroup";
import { network, refuses, type Simulation, simulation } from "../simulation";

const SERVICE = "Elastic Load Balancing v2";
const certificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

describe("listeners of the simulated account", () => {
  let aws: Simulation;
  let vpcId: string;
  let subnets: readonly [string, string];
  beforeEach(() => {
    aws = simulation();
    ({ vpcId, subnetIds: subnets } = network(aws));
  });
  const balancer = (name = "web") => aws.create(loadBalancer, { name, subnets });
  const targets = (name = "web") => aws.create(targetGroup, { name, port: 80, protocol: "HTTP", vpcId });

  const redirect = [{ type: "redirect", redirect: { statusCode: "HTTP_301" } }];

  it("takes AWS's security policy when it names none", () => {
    const loadBalancerArn = balancer().id;
    const inputs = {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      certificateArn,
      defaultActions: redirect,
    };
    const { id, properties } = aws.create(listener, inputs);
    assert.ok(id.startsWith(loadBalancerArn.replace(":loadbalancer/", ":listener/")));
    assert.equal(properties.sslPolicy, "ELBSecurityPolicy-2016-08");
  });

  for (const { title, change, code, detail } of [
    {
      title: "HTTPS without a certificate, with ValidationError",
      change: { protocol: "HTTPS" },
      code: "ValidationError",
      detail: "A certificate must be specified for HTTPS listeners",
    },
    {
      title: "a certificate of another region, with CertificateNotFound",
      change: { protocol: "HTTPS", certificateArn: certificateArn.replace("eu-west-1", "us-east-1") },
      code: "CertificateNotFound",
      detail: `Certificate '${certificateArn.replace("eu-west-1", "us-east-1")}' not found`,
    },
    {
      title: "a certificate that is none, with ValidationError",
      change: { protocol: "HTTPS", certificateArn: "arn:aws:s3:::certificate" },
      code: "ValidationError",
      detail: "Certificate ARN 'arn:aws:s3:::certificate' is not valid",
    },
    {
      title: "a protocol of network load balancers, with ValidationError",
      change: { protocol: "TCP" },
      code: "ValidationError",
      detail: "Listener protocol 'TCP' must be one of 'HTTPS, HTTP'",
    },
    {
      title: "a target group that does not exist, with TargetGroupNotFound",
      change: { defaultActions: [{ type: "forward", targetGroupArn: "arn:none" }] },
      code: "TargetGroupNotFound",
      detail: "One or more target groups not found: 'arn:none'",
    },
    {
      title: "a load balancer that does not exist, with LoadBalancerNotFound",
      change: { loadBalancerArn: "arn:none" },
      code: "LoadBalancerNotFound",
      detail: "One or more load balancers not found: 'arn:none'",
    },
  ])
    it(`refuses ${title}`, () => {
      const inputs = {
        loadBalancerArn: balancer().id,
        port: 80,
        protocol: "HTTP",
        defaultActions: redirect,
      };
      refuses(
        () => aws.create(listener, { ...inputs, ...change }),
        code,
        `${SERVICE}: CreateListener`,
        detail,
      );
    });

  it("refuses a port that another one listens on, with DuplicateListener", () => {
    const loadBalancerArn = balancer().id;
    const inputs = { loadBalancerArn, port: 80, protocol: "HTTP", defaultActions: redirect };
    aws.create(listener, inputs);
    refuses(
      () => aws.create(listener, inputs),
      "DuplicateListener",
      `${SERVICE}: CreateListener`,
      `A listener already exists on this port for this load balancer '${loadBalancerArn}'`,
    );
  });

  it("refuses a target group that another load balancer has, with TargetGroupAssociationLimit", () => {
    const group = targets().id;
    const inputs = {
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", targetGroupArn: group }],
    };
    aws.create(listener, { ...inputs, loadBalancerArn: balancer("one").id });
    refuses(
      () => aws.create(listener, { ...inputs, loadBalancerArn: balancer("two").id }),
      "TargetGroupAssociationLimit",
      `${SERVICE}: CreateListener`,
      `The following target groups cannot be associated with more than one load balancer: ${group}`,
    );
  });

  it("has one rule a priority, with PriorityInUse, and gives the next one where none is named", () => {
    const actions = redirect;
    const listenerArn = aws.create(listener, {
      loadBalancerArn: balancer().id,
      port: 80,
      protocol: "HTTP",
      defaultActions: actions,
    }).id;
    const conditions = [{ pathPattern: { values: ["/*"] } }];
    aws.create(listenerRule, { listenerArn, actions, conditions, priority: 10 });
    assert.equal(aws.create(listenerRule, { listenerArn, actions, conditions }).properties.priority, 11);
    refuses(
      () => aws.create(listenerRule, { listenerArn, actions, conditions, priority: 10 }),
      "PriorityInUse",
      `${SERVICE}: CreateRule`,
      "Priority '10' is currently in use",
    );
  });
});
