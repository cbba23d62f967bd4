import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import { logGroupPrefix } from "./logGroupName";

/** CloudWatch Logs has a service principal in each region, below the partition's own domain. */
const dnsSuffixes: Readonly<Record<string, string>> = {
  "aws-cn": "amazonaws.com.cn",
  "aws-eusc": "amazonaws.eu",
};

/**
 * Lets CloudWatch Logs of the region use a key for the log groups of one stack, and for no others:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function planLogKeyStatements({ id, region, partition }: Account, stack: string): PolicyStatement[] {
  return [
    {
      Sid: "EncryptLogGroupsOfStack",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.${dnsSuffixes[partition] ?? "amazonaws.com"}` },
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
