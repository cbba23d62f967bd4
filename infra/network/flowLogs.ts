import { FlowLog } from "@pulumi/aws/ec2";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { type PolicyStatement, renderPolicy, renderTrust } from "../account/policyDocument";
import { createLogGroup } from "../state/logGroup";

export interface FlowLogsArgs {
  readonly account: pulumi.Output<Account>;
  readonly vpcId: pulumi.Input<string>;
  readonly logGroupName: string;
  readonly retentionInDays: number;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * What the delivery of flow logs needs, on the one log group it writes to:
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function planFlowLogStatements(
  { id, region, partition }: Account,
  logGroupArn: string,
): PolicyStatement[] {
  return [
    {
      Sid: "WriteFlowLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: `${logGroupArn}:*`,
    },
    {
      Sid: "FindLogGroup",
      Effect: "Allow",
      Action: "logs:DescribeLogGroups",
      Resource: `arn:${partition}:logs:${region}:${id}:log-group:*`,
    },
  ];
}

/** Every accepted and refused connection of a VPC, in an encrypted log group. CloudWatch Logs bills by the gigabyte. */
export class FlowLogs extends pulumi.ComponentResource {
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:network:FlowLogs", name, {}, opts);
    const parent = { parent: this };
    const tags = { Name: name };
    const { logGroupName, retentionInDays, kmsKeyArn } = args;

    const logGroup = createLogGroup(name, { logGroupName, retentionInDays, kmsKeyArn }, parent);
    const role = new Role(name, { assumeRolePolicy: args.account.apply(renderFlowLogTrust), tags }, parent);
    const policy = pulumi
      .all([args.account, logGroup.arn])
      .apply(([account, arn]) => renderPolicy(planFlowLogStatements(account, arn)));
    const rolePolicy = new RolePolicy(name, { name: "write-flow-logs", role: role.name, policy }, parent);
    new FlowLog(
      name,
      {
        vpcId: args.vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: logGroup.arn,
        iamRoleArn: role.arn,
        tags,
      },
      // Delivery that starts before the role may write is reported as failed, and stays so.
      { ...parent, dependsOn: rolePolicy },
    );

    this.logGroupName = logGroup.name;
    this.registerOutputs({ logGroupName: this.logGroupName });
  }
}

/** Only flow logs of this account: without the condition the service could be made to act for another's. */
function renderFlowLogTrust({ id }: Account): string {
  return renderTrust("vpc-flow-logs.amazonaws.com", { StringEquals: { "aws:SourceAccount": id } });
}
