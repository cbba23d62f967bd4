import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { block, flag, given, text, texts } from "../reading";
import { tokens } from "../tokens";
import { checkId } from "./identity";

const CREATE_GROUP = "ElastiCache: CreateUserGroup";

/** Who may log in, and what then. Not modelled: the logins themselves, what an access string allows. */
export const cacheUser: ResourceType = {
  token: tokens.cacheUser,
  source: "internal/service/elasticache/user.go",
  replaceOn: ["userId", "userName"],
  unordered: ["authenticationMode.passwords", "passwords"],
  autoName: "none",
  defaults: { noPasswordRequired: false },
  computed: ["arn", "authenticationMode"],
  validate(inputs) {
    const short = texts(inputs, "passwords").some(({ length }) => length < 16 || length > 128);
    return [
      ...checkId(inputs, "userId", 40),
      ...(short ? [{ property: "passwords", reason: "expected 16 to 128 characters" }] : []),
    ];
  },
  create(inputs, account) {
    const operation = "ElastiCache: CreateUser";
    const id = text(inputs, "userId") ?? "";
    if (account.find(tokens.cacheUser, id) !== undefined)
      throw new AwsError("UserAlreadyExists", operation, `User ${id} already exists.`);
    const open = flag(inputs, "noPasswordRequired") === true;
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html, 2026-11
    if (text(block(inputs, "authenticationMode") ?? {}, "type") === "iam" && text(inputs, "userName") !== id)
      throw new AwsError(
        "InvalidParameterValue",
        operation,
        "For IAM authentication, the user name must be the same as the user id.",
      );
    if (
      !open &&
      !given(inputs, "passwords") &&
      !given(inputs, "authenticationMode") &&
      !given(inputs, "passwordsWo")
    )
      throw new AwsError(
        "InvalidParameterCombination",
        operation,
        "Input Authentication type: password requires at least one password.",
      );
    return {
      id,
      outputs: {
        arn: regionalArn(account, "elasticache", `user:${id}`),
        authenticationMode: inputs.authenticationMode ?? {
          passwordCount: texts(inputs, "passwords").length,
          type: open ? "no-password-required" : "password",
        },
      },
    };
  },
  remove(id, _properties, account) {
    const [group] = findDependents(account, id, [{ token: tokens.cacheUserGroup, path: "userIds" }]);
    if (group !== undefined)
      throw new AwsError(
        "DefaultUserAssociatedToUserGroup",
        "ElastiCache: DeleteUser",
        `User ${id} is associated with user group ${group.id}.`,
      );
  },
};

/** The users of a cache. Redis wants one named `default` among them; Valkey does not. */
export const cacheUserGroup: ResourceType = {
  token: tokens.cacheUserGroup,
  source: "internal/service/elasticache/user_group.go",
  replaceOn: ["userGroupId"],
  unordered: ["userIds"],
  autoName: "none",
  computed: ["arn"],
  validate: (inputs) => checkId(inputs, "userGroupId", 40),
  create(inputs, account) {
    const id = text(inputs, "userGroupId") ?? "";
    if (account.find(tokens.cacheUserGroup, id) !== undefined)
      throw new AwsError("UserGroupAlreadyExists", CREATE_GROUP, `User group ${id} already exists.`);
    requireUsers(inputs, account, CREATE_GROUP);
    return { id, outputs: { arn: regionalArn(account, "elasticache", `usergroup:${id}`) } };
  },
  update(_id, _olds, news, account) {
    requireUsers(news, account, "ElastiCache: ModifyUserGroup");
    return {};
  },
  remove(id, _properties, account) {
    const users = [
      { token: tokens.replicationGroup, path: "userGroupIds" },
      { token: tokens.serverlessCache, path: "userGroupId" },
    ];
    const [cache] = findDependents(account, id, users);
    if (cache !== undefined)
      throw new AwsError(
        "InvalidUserGroupState",
        "ElastiCache: DeleteUserGroup",
        `User group ${id} is associated with ${cache.id}.`,
      );
  },
};

function requireUsers(inputs: Properties, account: AccountView, operation: string): void {
  const users = texts(inputs, "userIds").map((id) => ({ id, user: account.find(tokens.cacheUser, id) }));
  const missing = users.find(({ user }) => user === undefined);
  if (missing !== undefined) throw new AwsError("UserNotFound", operation, `User ${missing.id} not found.`);
  const names = users.map(({ user }) => text(user?.properties ?? {}, "userName") ?? "");
  if (new Set(names).size < names.length)
    throw new AwsError(
      "DuplicateUserName",
      operation,
      "A user with the given username already exists in the group.",
    );
  if (text(inputs, "engine") === "redis" && !names.includes("default"))
    throw new AwsError("DefaultUserRequired", operation, "You must add default user to a user group.");
}
