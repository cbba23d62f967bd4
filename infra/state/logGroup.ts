import { LogGroup } from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

export interface LogGroupArgs {
  readonly logGroupName: string;
  /** A number of days that CloudWatch Logs knows. */
  readonly retentionInDays: number;
  /** A key whose policy lets CloudWatch Logs use it for this name: `planLogKeyStatements`. */
  readonly kmsKeyArn: pulumi.Input<string>;
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
