import { about, type Declaration } from "./declaration";

const version = about("template-version", "aws:autoscaling/group:Group");
const fleetVersion = about("template-version", "aws:ec2/fleet:Fleet");
const nodeVersion = about("template-version", "aws:eks/nodeGroup:NodeGroup");
const batchVersion = about("template-version", "aws:batch/computeEnvironment:ComputeEnvironment");
const instanceVersion = about("template-version", "aws:ec2/instance:Instance");
const zones = about("one-zone", "aws:autoscaling/group:Group");
const health = about("health-check", "aws:autoscaling/group:Group");
const hook = about("launch-hook", "aws:autoscaling/lifecycleHook:LifecycleHook");
const retention = about("log-retention", "aws:cloudwatch/logGroup:LogGroup");
const alarm = about("alarm-action", "aws:cloudwatch/metricAlarm:MetricAlarm");
const composite = about("alarm-action", "aws:cloudwatch/compositeAlarm:CompositeAlarm");
const size = about("user-data-size", "aws:ec2/instance:Instance");
const templateSize = about("user-data-size", "aws:ec2/launchTemplate:LaunchTemplate");

const group = { minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-1", "subnet-2"] };
const template = (version?: unknown) => ({
  launchTemplate: { id: "lt-0123456789abcdef0", ...(version !== undefined && { version }) },
});
const mixed = (version?: string, overrides: object[] = []) => ({
  mixedInstancesPolicy: {
    launchTemplate: {
      launchTemplateSpecification: { launchTemplateName: "web", ...(version !== undefined && { version }) },
      overrides,
    },
  },
});
const balanced = {
  ...group,
  ...template("3"),
  targetGroupArns: ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"],
};
const nodes = {
  clusterName: "main",
  nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
  subnetIds: ["subnet-1", "subnet-2"],
  scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 1 },
};
const fleet = (version?: string) => ({
  targetCapacitySpecification: { defaultTargetCapacityType: "spot", totalTargetCapacity: 2 },
  launchTemplateConfigs: [
    { launchTemplateSpecification: { launchTemplateId: "lt-1", ...(version !== undefined && { version }) } },
  ],
});
const batch = (version?: string) => ({
  type: "MANAGED",
  computeResources: {
    type: "EC2",
    maxVcpus: 16,
    subnets: ["subnet-1", "subnet-2"],
    instanceTypes: ["optimal"],
    launchTemplate: { launchTemplateId: "lt-1", ...(version !== undefined && { version }) },
  },
});
const lifecycle = { autoscalingGroupName: "web", lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING" };
const high = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  threshold: 80,
  metricName: "CPUUtilization",
};
const pager = "arn:aws:sns:eu-west-1:111122223333:pager";
const machine = { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const long = (bytes: number) => `#!/bin/bash\n${"# a\n".repeat(bytes)}`.slice(0, bytes);

export const fleets: readonly Declaration[] = [
  version.ok({ ...group, ...template("3") }),
  version.ok({ ...group, ...template(3) }),
  version.bad({ ...group, ...template("$Latest") }),
  version.bad({ ...group, ...template("$Default") }),
  version.bad({ ...group, ...template() }),
  version.bad({ ...group, launchTemplate: { name: "web" } }),
  version.bad({ ...group, launchTemplate: { name: "web", version: "$Latest" } }),
  version.ok({ ...group, ...mixed("7") }),
  version.bad({ ...group, ...mixed("$Latest") }),
  version.bad({ ...group, ...mixed() }),
  version.bad({
    ...group,
    ...mixed("7", [
      {
        instanceType: "m7g.large",
        launchTemplateSpecification: { launchTemplateId: "lt-2", version: "$Latest" },
      },
    ]),
  }),
  version.ok({
    ...group,
    ...mixed("7", [
      { instanceType: "m7g.large" },
      { instanceType: "m6g.large", launchTemplateSpecification: { launchTemplateId: "lt-2", version: "1" } },
    ]),
  }),
  version.ok({ ...group, launchConfiguration: "web-1" }),
  fleetVersion.ok(fleet("2")),
  fleetVersion.bad(fleet("$Latest")),
  fleetVersion.bad(fleet("$Default")),
  nodeVersion.ok(nodes),
  nodeVersion.ok({ ...nodes, launchTemplate: { id: "lt-1", version: "4" } }),
  nodeVersion.bad({ ...nodes, launchTemplate: { id: "lt-1", version: "$Latest" } }),
  batchVersion.ok(batch("3")),
  batchVersion.bad(batch("$Latest")),
  batchVersion.bad(batch()),
  instanceVersion.bad({ launchTemplate: { id: "lt-1", version: "$Latest" } }),
  instanceVersion.bad({ launchTemplate: { id: "lt-1" } }),
  instanceVersion.ok({ launchTemplate: { id: "lt-1", version: "2" } }),

  zones.ok(group),
  zones.ok({ minSize: 2, maxSize: 4, availabilityZones: ["eu-west-1a", "eu-west-1b"] }),
  zones.bad({ minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-1"] }),
  zones.bad({ minSize: 2, maxSize: 4, availabilityZones: ["eu-west-1a"] }),
  zones.bad({ minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-1", "subnet-1"] }),

  health.ok({ ...balanced, healthCheckType: "ELB" }),
  health.bad(balanced),
  health.bad({ ...balanced, healthCheckType: "EC2" }),
  health.bad({ ...group, ...template("3"), loadBalancers: ["web"] }),
  health.bad({
    ...group,
    ...template("3"),
    trafficSources: [
      {
        identifier: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef",
        type: "elbv2",
      },
    ],
  }),
  health.ok({ ...group, ...template("3") }),
  health.ok({ ...group, ...template("3"), healthCheckType: "EC2" }),
  health.ok({ ...group, ...template("3"), targetGroupArns: [] }),

  hook.bad(lifecycle),
  hook.bad({ ...lifecycle, defaultResult: "ABANDON", heartbeatTimeout: 300 }),
  hook.ok({ ...lifecycle, lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING" }),

  retention.ok({ retentionInDays: 30 }),
  retention.ok({ name: "/app/web", retentionInDays: 365 }),
  retention.bad({}),
  retention.bad({ name: "/app/web" }),
  retention.bad({ retentionInDays: 0 }),

  alarm.ok({ ...high, alarmActions: [pager] }),
  alarm.bad(high),
  alarm.bad({ ...high, alarmActions: [] }),
  alarm.bad({ ...high, alarmActions: [pager], actionsEnabled: false }),
  alarm.bad({ ...high, okActions: [pager] }),
  composite.ok({ alarmName: "all", alarmRule: "ALARM(a) OR ALARM(b)", alarmActions: [pager] }),
  composite.bad({ alarmName: "all", alarmRule: "ALARM(a) OR ALARM(b)" }),

  size.ok({ ...machine, userData: long(2_000) }),
  size.bad({ ...machine, userData: long(17_000) }),
  size.bad({ ...machine, userData: long(16_200) }),
  templateSize.bad({ userData: Buffer.from(long(20_000)).toString("base64") }),
  templateSize.ok({ userData: Buffer.from(long(9_000)).toString("base64") }),
  templateSize.ok({ userData: Buffer.from(long(12_500)).toString("base64") }),
];
