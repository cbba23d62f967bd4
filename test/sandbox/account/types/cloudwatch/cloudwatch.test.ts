import assert from "node:assert/strict";
import { logGroup } from "../../../../../sandbox/account/types/cloudwatch/logGroup";
import { metricAlarm } from "../../../../../sandbox/account/types/cloudwatch/metricAlarm";
import { flowLog } from "../../../../../sandbox/account/types/ec2/flowLog";
import { role } from "../../../../../sandbox/account/types/iam/role";
import type { Properties } from "../../../../../sandbox/account/values";
import { failures, network, refuses, type Simulation, simulation, trustsEc2 } from "../simulation";

const alarm: Properties = {
  name: "cpu",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 2,
  metricName: "CPUUtilization",
  namespace: "AWS/EC2",
  period: 60,
  statistic: "Average",
  threshold: 80,
};

const alarmFailures: readonly { change: Properties; property: string }[] = [
  { change: { period: 45 }, property: "period" },
  { change: { evaluationPeriods: 0 }, property: "evaluationPeriods" },
  { change: { datapointsToAlarm: 3 }, property: "datapointsToAlarm" },
  { change: { comparisonOperator: "Above" }, property: "comparisonOperator" },
  { change: { treatMissingData: "ok" }, property: "treatMissingData" },
  { change: { extendedStatistic: "p99" }, property: "statistic" },
  { change: { thresholdMetricId: "band" }, property: "threshold" },
  { change: { alarmActions: ["ops"] }, property: "alarmActions" },
];

const flowLogRefusals: readonly { title: string; change: Properties; detail: string }[] = [
  {
    title: "no destination",
    change: { logDestination: "" },
    detail: "LogDestination or LogGroupName must be provided.",
  },
  {
    title: "a log group without a role",
    change: { iamRoleArn: "" },
    detail: "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
  },
  {
    title: "a role that does not exist",
    change: { iamRoleArn: "arn:aws:iam::111122223333:role/none" },
    detail: "Unable to assume given IAM role arn:aws:iam::111122223333:role/none",
  },
  {
    title: "a bucket that does not exist",
    change: { logDestinationType: "s3", logDestination: "arn:aws:s3:::none/vpc" },
    detail: "LogDestination: none does not exist",
  },
];

describe("CloudWatch of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  it("refuses a second log group of a name, with ResourceAlreadyExistsException", () => {
    aws.create(logGroup, { name: "/web" });
    refuses(
      () => aws.create(logGroup, { name: "/web" }),
      "ResourceAlreadyExistsException",
      "CloudWatch Logs: CreateLogGroup",
      "The specified log group already exists",
    );
  });

  it("keeps logs for a number of days that CloudWatch Logs knows", () => {
    for (const retentionInDays of [0, 1, 14, 365, 3653])
      assert.deepEqual(failures(logGroup, { retentionInDays }), []);
    const [failure] = failures(logGroup, { retentionInDays: 15 });
    assert.equal(failure?.property, "retentionInDays");
    assert.match(failure?.reason ?? "", /^expected one of 0, 1, 3, .*, 3653, got 15$/);
  });

  it("does not overwrite an alarm of the same name", () => {
    aws.create(metricAlarm, alarm);
    refuses(
      () => aws.create(metricAlarm, alarm),
      "ValidationError",
      "CloudWatch: PutMetricAlarm",
      'metric alarm "cpu" already exists',
    );
  });

  for (const { change, property } of alarmFailures)
    it(`is not asked for an alarm with ${JSON.stringify(change)}`, () => {
      const found = failures(metricAlarm, { ...alarm, ...change });
      assert.deepEqual(
        found.map((failure) => failure.property),
        [property],
      );
    });

  describe("a flow log", () => {
    const inputs = (): Properties => ({
      vpcId: network(aws).vpcId,
      logDestination: String(aws.create(logGroup, { name: "/flow" }).properties.arn),
      iamRoleArn: String(aws.create(role, { name: "flow", assumeRolePolicy: trustsEc2 }).properties.arn),
    });

    it("has AWS's record format when the program names none", () => {
      const { properties } = aws.create(flowLog, inputs());
      assert.match(String(properties.logFormat), /^\$\{version\} \$\{account-id\} .* \$\{log-status\}$/);
    });

    for (const { title, change, detail } of flowLogRefusals)
      it(`refuses ${title}, with InvalidParameter`, () => {
        refuses(
          () => aws.create(flowLog, { ...inputs(), ...change }),
          "InvalidParameter",
          "EC2: CreateFlowLogs",
          detail,
        );
      });

    it("watches exactly one thing, over 60 or 600 seconds", () => {
      assert.deepEqual(
        failures(flowLog, { maxAggregationInterval: 300 }).map(({ property }) => property),
        ["vpcId", "maxAggregationInterval"],
      );
      assert.deepEqual(
        failures(flowLog, { vpcId: "vpc-1", subnetId: "subnet-1" }).map(({ property }) => property),
        ["vpcId"],
      );
    });
  });
});
