import type { AccountView } from "../../accountView";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { nameOf } from "../naming";
import { text } from "../reading";
import { tokens } from "../tokens";
import { checkIamName, requireRole } from "./identity";
import { checkJson, documentText, requireDocument } from "./policyDocument";

const PUT = "IAM: PutRolePolicy";

/** A role's inline policy; putting one of a name that exists overwrites it, as in AWS. Not modelled: what it allows. */
export const rolePolicy: ResourceType = {
  token: tokens.rolePolicy,
  source: "internal/service/iam/role_policy.go",
  replaceOn: ["name", "namePrefix", "role"],
  autoName: { property: "name", maxLength: 128 },
  computed: ["name", "namePrefix"],
  validate: (inputs) => [...checkIamName(inputs, 128), ...checkJson(inputs, "policy")],
  create(inputs, account) {
    requirePut(inputs, account);
    const name = nameOf(inputs, account);
    return {
      id: `${text(inputs, "role") ?? ""}:${name}`,
      outputs: { name, namePrefix: text(inputs, "namePrefix") ?? "" },
    };
  },
  update(_id, _olds, news, account) {
    requirePut(news, account);
    return {};
  },
  naturalId: (inputs) => `${text(inputs, "role") ?? ""}:${text(inputs, "name") ?? ""}`,
};

function requirePut(inputs: Properties, account: AccountView): void {
  requireRole(account, PUT, text(inputs, "role"));
  requireDocument("MalformedPolicyDocument", PUT, documentText(inputs, "policy") ?? "", "identity");
}
