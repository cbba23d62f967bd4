import { Topic, TopicPolicy, TopicSubscription } from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { type PolicyStatement, renderPolicy } from "../account/policyDocument";
import type { NotificationsConfig } from "../config/sections/notifications";
import { EncryptionKey } from "../state/encryptionKey";

export interface NotificationsArgs {
  readonly account: pulumi.Output<Account>;
  readonly stack: string;
  readonly config: NotificationsConfig;
}

/** Where alarms go: an encrypted topic, and the address that hears of them. */
export class Notifications extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: NotificationsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:operations:Notifications", name, {}, opts);
    const parent = { parent: this };
    const { account, stack, config } = args;

    const key = new EncryptionKey(
      name,
      { account, stack, description: `Notifications of ${stack}`, planStatements: planTopicKeyStatements },
      parent,
    );
    const topic = new Topic(name, { kmsMasterKeyId: key.arn, tags: { Name: name } }, parent);
    const policy = pulumi
      .all([account, topic.arn])
      .apply(([it, arn]) => renderPolicy(planTopicStatements(it, arn)));
    const topicPolicy = new TopicPolicy(name, { arn: topic.arn, policy }, parent);
    if (config.email !== undefined)
      new TopicSubscription(
        `${name}-email`,
        { topic: topic.arn, protocol: "email", endpoint: config.email },
        parent,
      );

    // Through the policy, so that no alarm exists before it may publish.
    this.topicArn = topicPolicy.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

/**
 * Alarms publish as CloudWatch. The AWS managed key of SNS does not let it encrypt, and such an alarm fails in
 * silence: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 * The condition would be wrong for EventBridge, which sends no source account along.
 */
export function planTopicKeyStatements({ id }: Account): PolicyStatement[] {
  return [
    {
      Sid: "EncryptAlarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": id } },
    },
  ];
}

/** Alarms of this account and region may publish, and nobody at all without TLS. */
export function planTopicStatements({ id, region, partition }: Account, topicArn: string): PolicyStatement[] {
  return [
    {
      Sid: "PublishAlarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: {
        StringEquals: { "aws:SourceAccount": id },
        ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${id}:alarm:*` },
      },
    },
    {
      Sid: "RefuseWithoutTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}
