import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import { domainOf } from "../config/awsRegions";
import { logGroupPrefix } from "./logGroupName";

/**
 * Lets CloudWatch Logs of the region use a key for the log groups of one stack, and for no others:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @param foreignGroups names of the stack's groups that AWS services chose themselves
 */
export function planLogKeyStatements(
  { id, region, partition }: Account,
  stack: string,
  foreignGroups: readonly string[] = [],
): PolicyStatement[] {
  const groups = `arn:${partition}:logs:${region}:${id}:log-group:`;
  return [
    {
      Sid: "EncryptLogGroupsOfStack",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.${domainOf(partition)}` },
      Action: [
        "kms:Encrypt",
        "kms:Decrypt",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:DescribeKey",
      ],
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn":
            foreignGroups.length === 0
              ? `${groups}${logGroupPrefix(stack)}/*`
              : [`${groups}${logGroupPrefix(stack)}/*`, ...foreignGroups.map((name) => groups + name)],
        },
      },
    },
  ];
}
