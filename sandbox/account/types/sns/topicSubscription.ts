import { createHash } from "node:crypto";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { given, text } from "../reading";
import { tokens } from "../tokens";

const SUBSCRIBE = "SNS: Subscribe";
const protocols = ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"];

/**
 * A subscription. Subscribing the same endpoint again gives the same subscription, so its id is made from both.
 * Not modelled: confirmation (an e-mail stays pending), delivery, whether a queue or function exists.
 */
export const topicSubscription: ResourceType = {
  token: tokens.topicSubscription,
  source: "internal/service/sns/topic_subscription.go",
  replaceOn: ["endpoint", "protocol", "topic"],
  defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
  computed: ["arn", "confirmationWasAuthenticated", "filterPolicyScope", "ownerId", "pendingConfirmation"],
  validate(inputs) {
    const protocol = text(inputs, "protocol");
    return protocol === undefined || protocols.includes(protocol)
      ? []
      : [{ property: "protocol", reason: `expected one of ${protocols.join(", ")}, got "${protocol}"` }];
  },
  create(inputs, account) {
    if (account.find(tokens.topic, text(inputs, "topic") ?? "") === undefined)
      throw new AwsError("NotFound", SUBSCRIBE, "Topic does not exist");
    requireEndpoint(text(inputs, "protocol") ?? "", text(inputs, "endpoint") ?? "");
    const arn = subscriptionArn(inputs);
    const needsAnswer = ["email", "email-json", "http", "https"].includes(text(inputs, "protocol") ?? "");
    return {
      id: arn,
      outputs: {
        arn,
        confirmationWasAuthenticated: !needsAnswer,
        filterPolicyScope:
          text(inputs, "filterPolicyScope") ?? (given(inputs, "filterPolicy") ? "MessageAttributes" : ""),
        ownerId: account.accountId,
        pendingConfirmation: needsAnswer,
      },
    };
  },
  naturalId: subscriptionArn,
};

function requireEndpoint(protocol: string, endpoint: string): void {
  const refuse = (what: string): never => {
    throw new AwsError("InvalidParameter", SUBSCRIBE, `Invalid parameter: ${what}`);
  };
  if (protocol.startsWith("email") && !/^[^@\s]+@[^@\s]+$/.test(endpoint)) refuse("Email address");
  if (protocol.startsWith("http") && !endpoint.startsWith(`${protocol}://`))
    refuse(`Endpoint must match the specified protocol, ${protocol}`);
  if (["firehose", "lambda", "sqs"].includes(protocol) && !endpoint.startsWith("arn:"))
    refuse(`${protocol} endpoint ARN`);
}

function subscriptionArn(inputs: Properties): string {
  const topic = text(inputs, "topic") ?? "";
  const subscribed = `${topic} ${text(inputs, "protocol") ?? ""} ${text(inputs, "endpoint") ?? ""}`;
  const digits = createHash("sha256").update(subscribed).digest("hex");
  const uuid = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join("-");
  return `${topic}:${uuid}`;
}
