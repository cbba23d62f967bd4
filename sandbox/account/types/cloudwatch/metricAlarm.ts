import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { given, number, text, texts } from "../reading";
import { tokens } from "../tokens";

const operators = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "GreaterThanUpperThreshold",
];
const missingData = ["breaching", "notBreaching", "ignore", "missing"];
const singleMetric = ["dimensions", "extendedStatistic", "metricName", "namespace", "period", "statistic"];

/** Not modelled: metrics, states, whether an action's target exists (CloudWatch does not ask either), metric expressions. */
export const metricAlarm: ResourceType = {
  token: tokens.metricAlarm,
  source: "internal/service/cloudwatch/metric_alarm.go",
  replaceOn: ["name"],
  unordered: ["alarmActions", "insufficientDataActions", "metricQueries", "okActions"],
  defaults: { actionsEnabled: true, treatMissingData: "missing" },
  computed: ["arn", "evaluateLowSampleCountPercentiles", "name"],
  validate: (inputs) => [...checkNumbers(inputs), ...checkChoices(inputs), ...checkActions(inputs)],
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.find(tokens.metricAlarm, name) !== undefined)
      // PutMetricAlarm would overwrite; the provider looks first, so that no alarm is lost in silence.
      throw new AwsError(
        "ValidationError",
        "CloudWatch: PutMetricAlarm",
        `metric alarm "${name}" already exists`,
      );
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "cloudwatch", `alarm:${name}`),
        evaluateLowSampleCountPercentiles: text(inputs, "evaluateLowSampleCountPercentiles") ?? "",
        name,
      },
    };
  },
};

function checkNumbers(inputs: Properties): readonly CheckFailure[] {
  const period = number(inputs, "period");
  const atLeastOne = ["evaluationPeriods", "datapointsToAlarm"].filter(
    (name) => (number(inputs, name) ?? 1) < 1,
  );
  const datapoints = number(inputs, "datapointsToAlarm");
  const periods = number(inputs, "evaluationPeriods");
  return [
    ...(period === undefined || [10, 20, 30].includes(period) || (period > 0 && period % 60 === 0)
      ? []
      : [{ property: "period", reason: `expected 10, 20, 30 or a multiple of 60 seconds, got ${period}` }]),
    ...atLeastOne.map((property) => ({ property, reason: "expected at least 1" })),
    ...(datapoints !== undefined && periods !== undefined && datapoints > periods
      ? [
          {
            property: "datapointsToAlarm",
            reason: `expected at most evaluationPeriods (${periods}), got ${datapoints}`,
          },
        ]
      : []),
  ];
}

function checkChoices(inputs: Properties): readonly CheckFailure[] {
  const operator = text(inputs, "comparisonOperator");
  const missing = text(inputs, "treatMissingData");
  const hasStatistic = given(inputs, "statistic");
  const hasExtended = given(inputs, "extendedStatistic");
  const conflicts = given(inputs, "metricQueries") ? singleMetric.filter((name) => given(inputs, name)) : [];
  return [
    ...(operator === undefined || operators.includes(operator)
      ? []
      : [
          {
            property: "comparisonOperator",
            reason: `expected one of ${operators.join(", ")}, got "${operator}"`,
          },
        ]),
    ...(missing === undefined || missingData.includes(missing)
      ? []
      : [
          {
            property: "treatMissingData",
            reason: `expected one of ${missingData.join(", ")}, got "${missing}"`,
          },
        ]),
    ...(given(inputs, "metricName") && hasStatistic === hasExtended
      ? [
          {
            property: "statistic",
            reason: "expected exactly one of statistic, extendedStatistic with metricName",
          },
        ]
      : []),
    ...(given(inputs, "threshold") && given(inputs, "thresholdMetricId")
      ? [{ property: "threshold", reason: "conflicts with thresholdMetricId" }]
      : []),
    ...conflicts.map((property) => ({ property, reason: "conflicts with metricQueries" })),
  ];
}

function checkActions(inputs: Properties): readonly CheckFailure[] {
  return ["alarmActions", "insufficientDataActions", "okActions"].flatMap((property) =>
    texts(inputs, property)
      .filter((arn) => !arn.startsWith("arn:"))
      .map((arn) => ({ property, reason: `"${arn}" is not an ARN` })),
  );
}
