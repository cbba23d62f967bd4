import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";
import { requireRole } from "./identity";

/**
 * A managed policy on a role. The id is the form that imports take, so that an orphan can be found.
 * Not modelled: which of AWS's own policies (`arn:aws:iam::aws:policy/…`) exist; the limit of ten a role.
 */
export const rolePolicyAttachment: ResourceType = {
  token: tokens.rolePolicyAttachment,
  source: "internal/service/iam/role_policy_attachment.go",
  replaceOn: ["policyArn", "role"],
  computed: [],
  create(inputs, account) {
    const operation = "IAM: AttachRolePolicy";
    requireRole(account, operation, text(inputs, "role"));
    const arn = text(inputs, "policyArn") ?? "";
    const isOfAws = arn.startsWith(`arn:${account.partition}:iam::aws:policy/`);
    if (!isOfAws && account.find(tokens.policy, arn) === undefined)
      throw new AwsError("NoSuchEntity", operation, `Policy ${arn} does not exist or is not attachable.`);
    return { id: attachmentId(inputs), outputs: {} };
  },
  naturalId: attachmentId,
};

function attachmentId(inputs: Properties): string {
  return `${text(inputs, "role") ?? ""}/${text(inputs, "policyArn") ?? ""}`;
}
