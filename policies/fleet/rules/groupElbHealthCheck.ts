import type { Context } from "../../context";
import { Got } from "../../got";
import { defineRule } from "../../rule";

export const groupElbHealthCheck = defineRule({
  id: "autoscaling-group-elb-health-check",
  title:
    "Groups behind a load balancer replace what the load balancer finds unhealthy: to EC2 an instance is well while its application is not.",
  severity: "medium",
  type: "aws:autoscaling/group:Group",
  sees: [
    "aws:autoscaling/attachment:Attachment",
    "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
  ],
  remedy: 'Set healthCheckType to "ELB", and healthCheckGracePeriod to the time that a boot takes.',
  fsbp: "AutoScaling.1",
  references: [
    {
      title: "AutoScaling.1: groups associated with a load balancer should use ELB health checks",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-1",
    },
  ],
  evaluate: (group, _, context) => {
    const behind =
      hasAny(group.targetGroupArns) ||
      hasAny(group.loadBalancers) ||
      hasAny(group.trafficSources) ||
      isAttached(group.name, context);
    if (!behind) return [];
    const type: unknown = group.healthCheckType;
    // Several may be named, separated by commas.
    const checks = typeof type === "string" ? type.split(",").map((one) => one.trim()) : [];
    if (checks.includes("ELB") || checks.includes("VPC_LATTICE")) return [];
    return [{ path: "healthCheckType", expected: '"ELB"', got: Got.of(type, ["EC2", "EBS", "EC2,EBS"]) }];
  },
  examples: {
    pass: [
      {
        name: "takes its load balancer's word",
        properties: {
          minSize: 2,
          maxSize: 4,
          targetGroupArns: [
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef",
          ],
          healthCheckType: "ELB",
        },
      },
      { name: "is behind no load balancer", properties: { minSize: 2, maxSize: 4 } },
      {
        name: "is beside another group that is attached to a load balancer",
        properties: { minSize: 2, maxSize: 4, name: "jobs" },
        beside: [
          {
            type: "aws:autoscaling/attachment:Attachment",
            name: "web",
            properties: { autoscalingGroupName: "web", elb: "classic" },
          },
        ],
      },
    ],
    fail: [
      {
        name: "leaves the check out, which is EC2's alone",
        properties: {
          minSize: 2,
          maxSize: 4,
          targetGroupArns: [
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef",
          ],
        },
        finds: ['healthCheckType: expected "ELB", got no value'],
      },
      {
        name: "takes EC2's word behind a Classic Load Balancer",
        properties: { minSize: 2, maxSize: 4, loadBalancers: ["classic"], healthCheckType: "EC2" },
        finds: ['healthCheckType: expected "ELB", got "EC2"'],
      },
      {
        name: "is attached to a target group by a resource of its own",
        properties: { minSize: 2, maxSize: 4 },
        beside: [
          {
            type: "aws:autoscaling/attachment:Attachment",
            name: "attachment",
            properties: { autoscalingGroupName: "known after it exists" },
            computedFrom: { autoscalingGroupName: ["example"] },
          },
        ],
        finds: ['healthCheckType: expected "ELB", got no value'],
      },
    ],
  },
});

function hasAny(list: unknown): boolean {
  return list != null && (!Array.isArray(list) || list.length > 0);
}

/** Whether a resource of the stack attaches the group to a load balancer: by reference, or by the same name. */
function isAttached(name: string | undefined, { urn, stack }: Context): boolean {
  const attachments = [
    ...stack.all("aws:autoscaling/attachment:Attachment"),
    ...stack.all("aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment"),
  ];
  return attachments.some(
    ({ computedFrom, properties }) =>
      computedFrom.autoscalingGroupName?.includes(urn) ||
      (computedFrom.autoscalingGroupName === undefined &&
        name != null &&
        properties.autoscalingGroupName === name),
  );
}
