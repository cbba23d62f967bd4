import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { globalArn } from "../arn";
import { findDependents } from "../dependents";
import { nameOf } from "../naming";
import { text } from "../reading";
import { tokens } from "../tokens";
import { checkIamName, resourcePath, uniqueId } from "./identity";
import { checkJson, documentText, requireDocument } from "./policyDocument";

/** A managed policy. Not modelled: its versions, what it allows, `attachmentCount` after it was made. */
export const policy: ResourceType = {
  token: tokens.policy,
  source: "internal/service/iam/policy.go",
  replaceOn: ["description", "name", "namePrefix", "path"],
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  computed: ["arn", "attachmentCount", "name", "namePrefix", "policyId"],
  validate: (inputs) => [...checkIamName(inputs, 128), ...checkJson(inputs, "policy")],
  create(inputs, account) {
    const operation = "IAM: CreatePolicy";
    const name = nameOf(inputs, account);
    if (account.all(tokens.policy).some(({ properties }) => properties.name === name))
      throw new AwsError(
        "EntityAlreadyExists",
        operation,
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    requireDocument("MalformedPolicyDocument", operation, documentText(inputs, "policy") ?? "", "identity");
    const arn = globalArn(account, "iam", resourcePath("policy", inputs, name));
    return {
      id: arn,
      outputs: {
        arn,
        attachmentCount: 0,
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        policyId: uniqueId("ANPA"),
      },
    };
  },
  update(_id, _olds, news) {
    requireDocument(
      "MalformedPolicyDocument",
      "IAM: CreatePolicyVersion",
      documentText(news, "policy") ?? "",
      "identity",
    );
    return {};
  },
  remove(id, _properties, account) {
    const attached = findDependents(account, id, [
      { token: tokens.rolePolicyAttachment, path: "policyArn" },
      { token: tokens.role, path: "managedPolicyArns" },
    ]);
    if (attached.length > 0)
      throw new AwsError(
        "DeleteConflict",
        "IAM: DeletePolicy",
        "Cannot delete a policy attached to entities.",
      );
  },
};
