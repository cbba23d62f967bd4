import { Got } from "../../got";
import { defineRule } from "../../rule";

export const ssmParameterSecure = defineRule({
  id: "ssm-parameter-secret-encrypted",
  title: "Parameters that are named after a secret are encrypted.",
  severity: "high",
  type: "aws:ssm/parameter:Parameter",
  remedy:
    'Set type to "SecureString", and keyId to a key of your own where others than the account\'s shall be kept out.',
  references: [
    {
      title: "SecureString parameters",
      url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
    },
  ],
  evaluate: ({ type, name }, _, context) => {
    if (type === "SecureString") return [];
    // Without a name of its own the parameter has that of the program's resource.
    if (!namesSecret(name ?? context.name)) return [];
    return [{ path: "type", expected: '"SecureString"', got: Got.of(type, ["String", "StringList"]) }];
  },
  examples: {
    pass: [
      {
        name: "is encrypted",
        properties: { name: "/prod/orders/db-password", type: "SecureString", value: "0000" },
      },
      {
        name: "is no secret",
        properties: { name: "/prod/orders/db-host", type: "String", value: "db.example.com" },
      },
      {
        name: "says something about a secret",
        properties: { name: "/prod/orders/token-lifetime", type: "String", value: "3600" },
      },
      {
        name: "has no name, and nothing that says it was a secret",
        properties: { type: "String", value: "3600" },
      },
    ],
    fail: [
      {
        name: "holds a password as text",
        properties: { name: "/prod/orders/db-password", type: "String", value: "0000" },
        finds: ['type: expected "SecureString", got "String"'],
      },
      {
        name: "holds a key as text, in another spelling",
        properties: { name: "ordersApiKey", type: "StringList", value: "0000" },
        finds: ['type: expected "SecureString", got "StringList"'],
      },
      {
        name: "holds a token as text",
        properties: { name: "/prod/ORDERS_TOKEN", type: "String", value: "0000" },
        finds: ['type: expected "SecureString", got "String"'],
      },
    ],
  },
});

const secrets = new Set([
  "credential",
  "credentials",
  "passphrase",
  "passwd",
  "password",
  "passwords",
  "pwd",
  "secret",
  "secrets",
  "token",
  "apikey",
]);
const secretKeys = new Set(["api", "private", "secret", "signing", "encryption", "access"]);

/** By the last words of its name: `db-password` is a secret, `password-length` is not. */
function namesSecret(name: unknown): boolean {
  const words = String(name)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const [last = "", before = ""] = words.toReversed();
  return secrets.has(last) || (last === "key" && secretKeys.has(before));
}
