import { LogGroup } from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

export interface LogGroupArgs {
  readonly logGroupName: string;
  /** A number of days that CloudWatch Logs knows. */
  readonly retentionInDays: number;
  /** A key whose policy lets CloudWatch Logs use it for this name: `planLogKeyStatements`. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

/** All log groups of a stack begin with this; the key of the logs is bound to it. */
export function logGroupPrefix(stack: string): string {
  return `/bakeline/${stack}`;
}

/** Where a workload's instances write. A fixed name, which agents are told at boot and people can guess. */
export function workloadLogGroupName(stack: string, workload: string): string {
  return `${logGroupPrefix(stack)}/${workload}`;
}

/** Two levels deep, so that no workload's name can meet it. */
export function flowLogGroupName(stack: string): string {
  return `${logGroupPrefix(stack)}/network/flow-logs`;
}

/** An encrypted log group that forgets. CloudWatch Logs never does unless told to. */
export function createLogGroup(
  name: string,
  { logGroupName, retentionInDays, kmsKeyArn }: LogGroupArgs,
  opts: pulumi.CustomResourceOptions,
): LogGroup {
  return new LogGroup(
    name,
    { name: logGroupName, retentionInDays, kmsKeyId: kmsKeyArn, tags: { Name: name } },
    opts,
  );
}
