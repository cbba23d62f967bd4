import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import { hostMetricNamespace } from "../bootstrap/cloudWatchAgent";
import { metricNamespace } from "../bootstrap/shell/report";

/**
 * AWS's own policies for its agents on every instance: Session Manager, Run Command, Inventory, Patch Manager, logs and
 * metrics. AWS keeps them up to date with the agents.
 */
export const agentPolicies = {
  "cloudwatch-agent": "CloudWatchAgentServerPolicy",
  ssm: "AmazonSSMManagedInstanceCore",
} as const;

export interface AgentLimitsArgs {
  readonly account: Account;
  /** The one that the instance writes to. */
  readonly logGroupName: string;
  /** ARNs of the parameters of Parameter Store that are its own. */
  readonly parameterArns: readonly string[];
}

/**
 * Takes back what those policies grant beyond an instance's own: each parameter of the account, each log group, each
 * namespace of metrics. A denial holds whatever AWS adds to its policies.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html (read 2026-11)
 */
export function planAgentLimits({
  account,
  logGroupName,
  parameterArns,
}: AgentLimitsArgs): PolicyStatement[] {
  const logGroup = `arn:${account.partition}:logs:${account.region}:${account.id}:log-group:${logGroupName}`;
  return [
    {
      Sid: "NoOtherParameters",
      Effect: "Deny",
      Action: ["ssm:GetParameter", "ssm:GetParameters"],
      ...(parameterArns.length === 0 ? { Resource: "*" } : { NotResource: parameterArns }),
    },
    {
      Sid: "NoOtherLogs",
      Effect: "Deny",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      NotResource: [logGroup, `${logGroup}:log-stream:*`],
    },
    {
      // Groups, and how long they keep what, are the program's.
      Sid: "NoLogGroups",
      Effect: "Deny",
      Action: ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
      Resource: "*",
    },
    {
      Sid: "NoOtherMetrics",
      Effect: "Deny",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringNotEquals: { "cloudwatch:namespace": [metricNamespace, hostMetricNamespace] } },
    },
  ];
}
