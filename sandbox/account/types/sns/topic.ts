import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { checkJson, documentText } from "../iam/policyDocument";
import { nameOf } from "../naming";
import { flag, given, text } from "../reading";
import { tokens } from "../tokens";
import { defaultTopicPolicy } from "./policies";

/** Not modelled: messages, delivery, archives, whether the KMS key exists (SNS asks only when something is published). */
export const topic: ResourceType = {
  token: tokens.topic,
  source: "internal/service/sns/topic.go",
  replaceOn: ["fifoTopic", "name", "namePrefix"],
  autoName: { property: "name", maxLength: 255 },
  defaults: { contentBasedDeduplication: false, fifoTopic: false },
  computed: [
    "arn",
    "beginningArchiveTime",
    "fifoThroughputScope",
    "name",
    "namePrefix",
    "owner",
    "policy",
    "signatureVersion",
    "tracingConfig",
  ],
  validate(inputs) {
    const name = text(inputs, "name");
    const isFifo = flag(inputs, "fifoTopic") === true;
    const form = isFifo ? /^[0-9A-Za-z_-]{1,251}\.fifo$/ : /^[0-9A-Za-z_-]{1,256}$/;
    const fifoOnly = ["archivePolicy", "fifoThroughputScope"].filter((property) => given(inputs, property));
    const deduplicates =
      flag(inputs, "contentBasedDeduplication") === true ? ["contentBasedDeduplication"] : [];
    return [
      ...(name === undefined || form.test(name)
        ? []
        : [{ property: "name", reason: `invalid topic name: ${name}` }]),
      ...(isFifo ? [] : [...fifoOnly, ...deduplicates]).map((property) => ({
        property,
        reason: "can only be set for FIFO topics",
      })),
      ...checkJson(inputs, "policy"),
    ];
  },
  create(inputs, account) {
    const name = nameOf(inputs, account);
    const arn = regionalArn(account, "sns", name);
    if (account.find(tokens.topic, arn) !== undefined)
      throw new AwsError(
        "InvalidParameter",
        "SNS: CreateTopic",
        "Invalid parameter: Tags Reason: Topic already exists with different tags",
      );
    return {
      id: arn,
      outputs: {
        arn,
        beginningArchiveTime: "",
        fifoThroughputScope: text(inputs, "fifoThroughputScope") ?? "",
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        owner: account.accountId,
        policy: documentText(inputs, "policy") ?? defaultTopicPolicy(arn, account.accountId),
        signatureVersion: inputs.signatureVersion ?? 0,
        tracingConfig: text(inputs, "tracingConfig") ?? "",
      },
    };
  },
};
