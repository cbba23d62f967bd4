import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { globalArn } from "../arn";
import { nameOf } from "../naming";
import { text } from "../reading";
import { tokens } from "../tokens";
import { checkIamName, requireRole, resourcePath, uniqueId } from "./identity";

const ADD_ROLE = "IAM: AddRoleToInstanceProfile";

/** What carries a role onto an instance. AWS lets one be deleted while instances run with it, and so does this. */
export const instanceProfile: ResourceType = {
  token: tokens.instanceProfile,
  source: "internal/service/iam/instance_profile.go",
  replaceOn: ["name", "namePrefix", "path"],
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  computed: ["arn", "createDate", "name", "namePrefix", "uniqueId"],
  validate: (inputs) => checkIamName(inputs, 128),
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.find(tokens.instanceProfile, name) !== undefined)
      throw new AwsError(
        "EntityAlreadyExists",
        "IAM: CreateInstanceProfile",
        `Instance Profile ${name} already exists.`,
      );
    const role = text(inputs, "role");
    if (role !== undefined) requireRole(account, ADD_ROLE, role);
    return {
      id: name,
      outputs: {
        arn: globalArn(account, "iam", resourcePath("instance-profile", inputs, name)),
        createDate: account.now(),
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        uniqueId: uniqueId("AIPA"),
      },
    };
  },
  update(_id, _olds, news, account) {
    const role = text(news, "role");
    if (role !== undefined) requireRole(account, ADD_ROLE, role);
    return {};
  },
};
