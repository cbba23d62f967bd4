import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { globalArn } from "../arn";
import { findDependents } from "../dependents";
import { nameOf } from "../naming";
import { flag, number, text } from "../reading";
import { tokens } from "../tokens";
import { checkIamName, resourcePath, uniqueId } from "./identity";
import { checkJson, documentText, requireDocument } from "./policyDocument";

/** Not modelled: whether principals and boundaries exist, sessions, service-linked roles; attachments in `managedPolicyArns`. */
export const role: ResourceType = {
  token: tokens.role,
  source: "internal/service/iam/role.go",
  replaceOn: ["name", "namePrefix", "path"],
  unordered: ["inlinePolicies", "managedPolicyArns"],
  autoName: { property: "name", maxLength: 64 },
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  computed: ["arn", "createDate", "inlinePolicies", "managedPolicyArns", "name", "namePrefix", "uniqueId"],
  validate(inputs) {
    const duration = number(inputs, "maxSessionDuration");
    return [
      ...checkIamName(inputs, 64),
      ...checkJson(inputs, "assumeRolePolicy"),
      ...(duration !== undefined && (duration < 3600 || duration > 43_200)
        ? [{ property: "maxSessionDuration", reason: `expected 3600 to 43200 seconds, got ${duration}` }]
        : []),
    ];
  },
  create(inputs, account) {
    const operation = "IAM: CreateRole";
    const name = nameOf(inputs, account);
    if (account.find(tokens.role, name) !== undefined)
      throw new AwsError("EntityAlreadyExists", operation, `Role with name ${name} already exists.`);
    requireTrust(inputs, operation);
    return {
      id: name,
      outputs: {
        arn: globalArn(account, "iam", resourcePath("role", inputs, name)),
        createDate: account.now(),
        inlinePolicies: inputs.inlinePolicies ?? [],
        managedPolicyArns: inputs.managedPolicyArns ?? [],
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        uniqueId: uniqueId("AROA"),
      },
    };
  },
  update(_id, _olds, news) {
    requireTrust(news, "IAM: UpdateAssumeRolePolicy");
    return {};
  },
  remove(id, properties, account) {
    if (flag(properties, "forceDetachPolicies") === true) return;
    const held = heldBy(id, account);
    if (held !== undefined)
      throw new AwsError("DeleteConflict", "IAM: DeleteRole", `Cannot delete entity, must ${held} first.`);
  },
};

function requireTrust(inputs: Properties, operation: string): void {
  requireDocument(
    "MalformedPolicyDocument",
    operation,
    documentText(inputs, "assumeRolePolicy") ?? "",
    "trust",
  );
}

/** What AWS wants gone before a role, in its words. */
function heldBy(id: string, account: AccountView): string | undefined {
  const uses = (token: string): boolean => findDependents(account, id, [{ token, path: "role" }]).length > 0;
  if (uses(tokens.instanceProfile)) return "remove roles from instance profile";
  if (uses(tokens.rolePolicyAttachment)) return "detach all policies";
  if (uses(tokens.rolePolicy)) return "delete policies";
  return undefined;
}
