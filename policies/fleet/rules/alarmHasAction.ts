import type { Context } from "../../context";
import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { isFalse } from "../values";

interface Alarm {
  readonly actionsEnabled?: boolean | undefined;
  readonly alarmActions?: readonly unknown[] | undefined;
}

export const alarmHasAction = defineRule({
  id: "cloudwatch-alarm-has-action",
  title: "Alarms do something when they are raised: an alarm that tells nobody is a dashboard.",
  severity: "medium",
  type: ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  sees: ["aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  remedy: "Give alarmActions a topic that somebody reads, or a scaling policy.",
  fsbp: "CloudWatch.15",
  references: [
    {
      title: "CloudWatch.15: alarms should have specified actions configured",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15",
    },
  ],
  evaluate: ({ actionsEnabled, alarmActions }: Alarm, separately, context) => {
    if (isPartOfAnother(context)) return [];
    return separately(
      () => findSwitchedOff(actionsEnabled),
      () =>
        alarmActions == null || alarmActions.length === 0 || !Array.isArray(alarmActions)
          ? [{ path: "alarmActions", expected: "at least one action", got: Got.of(alarmActions) }]
          : [],
    );
  },
  examples: {
    pass: [
      {
        name: "tells a topic",
        properties: {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          alarmActions: ["arn:aws:sns:eu-west-1:111122223333:ops"],
        },
      },
      {
        name: "is part of a composite alarm that tells a topic",
        properties: { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 },
        beside: [
          {
            type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
            name: "both",
            properties: { alarmName: "both", alarmRule: "known later" },
            computedFrom: { alarmRule: ["example"] },
          },
        ],
      },
    ],
    fail: [
      {
        name: "tells nobody",
        properties: { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions: [] },
        finds: ["alarmActions: expected at least one action, got a list of 0"],
      },
      {
        name: "only tells when it is over",
        properties: {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          okActions: ["arn:aws:sns:eu-west-1:111122223333:ops"],
        },
        finds: ["alarmActions: expected at least one action, got no value"],
      },
      {
        name: "has its actions switched off",
        type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
        properties: {
          alarmName: "both",
          alarmRule: "ALARM(a) AND ALARM(b)",
          actionsEnabled: false,
          alarmActions: ["arn:aws:sns:eu-west-1:111122223333:ops"],
        },
        finds: ["actionsEnabled: expected true, got false"],
      },
    ],
  },
});

function findSwitchedOff(enabled: unknown): readonly Finding[] {
  if (enabled == null || enabled === true || (typeof enabled === "string" && !isFalse(enabled))) return [];
  return [{ path: "actionsEnabled", expected: "true", got: Got.of(enabled, ["false"]) }];
}

/** Then the composite alarm is the one to act, and is judged for it. */
function isPartOfAnother({ urn, stack }: Context): boolean {
  return stack
    .all("aws:cloudwatch/compositeAlarm:CompositeAlarm")
    .some((one) => one.computedFrom.alarmRule?.includes(urn) ?? false);
}
