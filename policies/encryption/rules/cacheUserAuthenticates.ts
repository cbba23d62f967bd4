import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isFalse, switchTexts } from "../../values";

const user = { accessString: "on ~* +@read", engine: "valkey", userId: "app", userName: "app" };

export const cacheUserAuthenticates = defineRule({
  id: "elasticache-user-authenticates",
  title: "The users of a cache prove who they are, by password or IAM.",
  severity: "medium",
  type: "aws:elasticache/user:User",
  remedy: 'Set authenticationMode to { type: "iam" }, or to passwords.',
  references: [
    {
      title: "Authenticating with role-based access control",
      url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
    },
  ],
  evaluate: ({ accessString, authenticationMode, noPasswordRequired }) => {
    // A user that is off cannot log in: how the default user, which a group must have, is kept out.
    if (/^\s*off(\s|$)/.test(accessString)) return [];
    if (noPasswordRequired != null && !isFalse(noPasswordRequired))
      return [
        { path: "noPasswordRequired", expected: "false", got: Got.of(noPasswordRequired, switchTexts) },
      ];
    const type = authenticationMode?.type;
    if (type == null || type === "iam" || type === "password") return [];
    return [
      {
        path: "authenticationMode.type",
        expected: '"iam" or "password"',
        got: Got.of(type, ["no-password-required"]),
      },
    ];
  },
  examples: {
    pass: [
      { name: "uses IAM", properties: { ...user, authenticationMode: { type: "iam" } } },
      {
        name: "can do nothing, like a default user that is switched off",
        properties: { ...user, userName: "default", accessString: "off ~* -@all", noPasswordRequired: true },
      },
      // Without any of these AWS takes no user at all.
      { name: "has its passwords set elsewhere", properties: user },
    ],
    fail: [
      {
        name: "is on, whatever is switched off for it",
        properties: { ...user, accessString: "on ~off* +@all", noPasswordRequired: true },
        finds: ["noPasswordRequired: expected false, got true"],
      },
      {
        name: "needs no password",
        properties: { ...user, noPasswordRequired: true },
        finds: ["noPasswordRequired: expected false, got true"],
      },
      {
        name: "says so as a mode",
        properties: { ...user, authenticationMode: { type: "no-password-required" } },
        finds: ['authenticationMode.type: expected "iam" or "password", got "no-password-required"'],
      },
    ],
  },
});
