import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import type { NetworkInterface } from "@pulumi/aws/ec2";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { Function as LambdaFunction, Permission } from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../../account/account";
import { type PolicyStatement, renderPolicy, renderTrust } from "../../account/policyDocument";
import type { ApplianceSettings } from "../../functions/appliance/failOver";
import { EncryptionKey } from "../../state/encryptionKey";
import { createLogGroup } from "../../state/logGroup";
import { workloadLogGroupName } from "../../state/logGroupName";
import type { ApplianceArgs } from "./appliance";
import { createHostSecurityGroup } from "./hostSecurityGroup";

export interface ApplianceFailOverArgs extends ApplianceArgs {
  /** The interfaces that routes may lead to. */
  readonly members: readonly NetworkInterface[];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
const interfaceActions = [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];

interface FailOverResources {
  readonly routeTableIds: readonly string[];
  readonly logGroupArn: string;
  /** Encrypts the function's settings. */
  readonly keyArn: string;
}

export function planFailOverStatements(
  { id, region, partition }: Account,
  { routeTableIds, logGroupArn, keyArn }: FailOverResources,
): PolicyStatement[] {
  return [
    {
      Sid: "LeadRoutes",
      Effect: "Allow",
      Action: "ec2:ReplaceRoute",
      Resource: routeTableIds.map((table) => `arn:${partition}:ec2:${region}:${id}:route-table/${table}`),
    },
    // EC2 grants describing, and Lambda its interfaces in a VPC, for all or none.
    { Sid: "ReadRoutes", Effect: "Allow", Action: "ec2:DescribeRouteTables", Resource: "*" },
    { Sid: "StandInVpc", Effect: "Allow", Action: interfaceActions, Resource: "*" },
    {
      Sid: "WriteOwnLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${logGroupArn}:*`,
    },
    { Sid: "ReadOwnSettings", Effect: "Allow", Action: "kms:Decrypt", Resource: keyArn },
  ];
}

/**
 * Checks the members every minute, from within the VPC, and when an instance of the account changes its state: routes
 * lead to a healthy member within 70 seconds of a failure (a minute, three checks of two seconds, the calls), and
 * within ten of an instance that ends. One run at a time, so that no two lead routes in different directions.
 */
export class ApplianceFailOver extends pulumi.ComponentResource {
  constructor(name: string, args: ApplianceFailOverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:ApplianceFailOver", name, {}, opts);
    const parent = { parent: this };
    const { context, plan, failOver, members } = args;
    const { host, settings } = plan;
    const functionName = `${name}-fail-over`;
    const { vpcId, privateRouteTableIds, privateSubnetIds } = context.network;

    const securityGroup = createHostSecurityGroup(
      functionName,
      {
        vpcId,
        description: `Checks the members of ${name}`,
        rules: [
          {
            name: `${functionName}-to-vpc`,
            direction: "out",
            protocol: "tcp",
            port: host.port,
            peer: { cidrBlock: context.config.network.cidrBlock },
          },
          {
            name: `${functionName}-to-internet-https`,
            direction: "out",
            protocol: "tcp",
            port: 443,
            peer: { cidrBlock: "0.0.0.0/0" },
          },
        ],
      },
      parent,
    );
    const logGroup = createLogGroup(
      functionName,
      {
        logGroupName: workloadLogGroupName(context.identity.stack, functionName),
        retentionInDays: settings.logRetentionDays,
        kmsKeyArn: context.logKeyArn,
      },
      parent,
    );
    const key = new EncryptionKey(
      functionName,
      {
        account: context.account,
        stack: context.identity.stack,
        description: `Settings of ${functionName}`,
        planStatements: () => [],
      },
      parent,
    );
    const role = new Role(
      functionName,
      { assumeRolePolicy: renderTrust("lambda.amazonaws.com"), tags: { Name: functionName } },
      parent,
    );
    const granted = new RolePolicy(
      functionName,
      {
        name: "fail-over",
        role: role.name,
        policy: pulumi
          .all([context.account, privateRouteTableIds, logGroup.arn, key.arn])
          .apply(([account, tables, logGroupArn, keyArn]) =>
            renderPolicy(planFailOverStatements(account, { routeTableIds: tables, logGroupArn, keyArn })),
          ),
      },
      parent,
    );
    const lambda = new LambdaFunction(
      functionName,
      {
        description: `Leads routes to a healthy member of ${name}`,
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.FileAsset(failOver.path) }),
        role: role.arn,
        timeout: 30,
        memorySize: 256,
        reservedConcurrentExecutions: 1,
        kmsKeyArn: key.arn,
        environment: { variables: { APPLIANCE: this.renderSettings(args, members) } },
        vpcConfig: { subnetIds: privateSubnetIds, securityGroupIds: [securityGroup.id] },
        loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
        tags: { Name: functionName },
      },
      { ...parent, dependsOn: granted },
    );
    this.createTrigger(`${functionName}-every-minute`, lambda, { scheduleExpression: "rate(1 minute)" });
    this.createTrigger(`${functionName}-on-state`, lambda, {
      eventPattern: JSON.stringify({
        source: ["aws.ec2"],
        "detail-type": ["EC2 Instance State-change Notification"],
        detail: { state: ["shutting-down", "stopping", "stopped", "terminated"] },
      }),
    });
    this.registerOutputs({});
  }

  private renderSettings(
    { context, plan }: ApplianceFailOverArgs,
    members: readonly NetworkInterface[],
  ): pulumi.Output<string> {
    const { host, settings } = plan;
    const { destinationCidrBlocks } = settings;
    return pulumi
      .all([
        pulumi.all(members.map(({ id, privateIp }) => ({ interfaceId: id, address: privateIp }))),
        context.network.privateRouteTableIds,
      ])
      .apply(([all, routeTableIds]) => {
        const rendered: ApplianceSettings = {
          members: all,
          port: host.port,
          path: host.healthCheckPath,
          routeTableIds,
          destinationCidrBlocks,
        };
        return JSON.stringify(rendered);
      });
  }

  private createTrigger(
    name: string,
    { arn, name: functionName }: LambdaFunction,
    event: { scheduleExpression: string } | { eventPattern: string },
  ): void {
    const parent = { parent: this };
    const rule = new EventRule(name, { ...event, tags: { Name: name } }, parent);
    new Permission(
      name,
      {
        action: "lambda:InvokeFunction",
        function: functionName,
        principal: "events.amazonaws.com",
        sourceArn: rule.arn,
      },
      parent,
    );
    new EventTarget(name, { rule: rule.name, arn, targetId: "fail-over" }, parent);
  }
}
