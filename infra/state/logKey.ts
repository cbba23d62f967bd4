import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import { domainOf } from "../config/awsRegions";
import { logGroupPrefix } from "./logGroupName";

/**
 * Lets CloudWatch Logs of the region use a key for the log groups of one stack, and for no others:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function planLogKeyStatements({ id, region, partition }: Account, stack: string): PolicyStatement[] {
  return [
    {
      Sid: "EncryptLogGroupsOfStack",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.${domainOf(partition)}` },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${id}:log-group:${logGroupPrefix(stack)}/*`,
        },
      },
    },
  ];
}
