import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { checkJson, documentText, requireDocument } from "../iam/policyDocument";
import { text } from "../reading";
import { tokens } from "../tokens";

const SET = "SNS: SetTopicAttributes";

/** A topic's policy as a resource of its own. Not modelled: that deleting it brings the default policy back. */
export const topicPolicy: ResourceType = {
  token: tokens.topicPolicy,
  source: "internal/service/sns/topic_policy.go",
  replaceOn: ["arn"],
  computed: ["owner"],
  validate: (inputs) => checkJson(inputs, "policy"),
  create(inputs, account) {
    requirePolicy(inputs, account);
    return { id: text(inputs, "arn") ?? "", outputs: { owner: account.accountId } };
  },
  update(_id, _olds, news, account) {
    requirePolicy(news, account);
    return {};
  },
  naturalId: (inputs) => text(inputs, "arn") ?? "",
};

function requirePolicy(inputs: Properties, account: AccountView): void {
  const arn = text(inputs, "arn") ?? "";
  if (account.find(tokens.topic, arn) === undefined)
    throw new AwsError("NotFound", SET, "Topic does not exist");
  const policy = documentText(inputs, "policy") ?? "";
  requireDocument("InvalidParameter", SET, policy, "resource");
  if (!policy.includes(arn))
    throw new AwsError(
      "InvalidParameter",
      SET,
      "Invalid parameter: Policy statement must apply to a single resource, the topic itself",
    );
}
