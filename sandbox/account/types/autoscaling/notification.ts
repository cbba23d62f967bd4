import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text, texts } from "../reading";
import { tokens } from "../tokens";

/** Which groups tell which topic of what. Not modelled: the messages. */
export const notification: ResourceType = {
  token: tokens.autoScalingNotification,
  source: "internal/service/autoscaling/notification.go",
  replaceOn: ["topicArn"],
  unordered: ["groupNames", "notifications"],
  computed: [],
  create(inputs, account) {
    requireGroups(inputs, account);
    return { id: text(inputs, "topicArn") ?? "", outputs: {} };
  },
  update(_id, _olds, news, account) {
    requireGroups(news, account);
    return {};
  },
  naturalId: (inputs) => text(inputs, "topicArn") ?? "",
};

function requireGroups(inputs: Properties, account: AccountView): void {
  const operation = "Auto Scaling: PutNotificationConfiguration";
  for (const name of texts(inputs, "groupNames"))
    if (account.find(tokens.autoScalingGroup, name) === undefined)
      throw new AwsError("ValidationError", operation, `AutoScalingGroup name not found - ${name}`);
  const topic = text(inputs, "topicArn") ?? "";
  if (account.find(tokens.topic, topic) === undefined)
    throw new AwsError(
      "ValidationError",
      operation,
      `Unable to publish test message to notification target ${topic}`,
    );
}
