import { randomBytes } from "node:crypto";
import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";

/** IAM's unique ids: four letters for the kind, then 17 capitals and digits. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function uniqueId(kind: "AIPA" | "ANPA" | "AROA"): string {
  return kind + randomBytes(9).toString("hex").toUpperCase().slice(0, 17);
}

/** `role/` or `role/service/` and the name: how a path stands in an ARN. */
export function resourcePath(kind: string, inputs: Properties, name: string): string {
  return `${kind}${text(inputs, "path") ?? "/"}${name}`;
}

/** The provider's check of IAM names. */
export function checkIamName(inputs: Properties, maxLength: number): readonly CheckFailure[] {
  const name = text(inputs, "name");
  if (name === undefined || (/^[\w+=,.@-]+$/.test(name) && name.length <= maxLength)) return [];
  return [{ property: "name", reason: `expected 1 to ${maxLength} letters, digits and + = , . @ - _` }];
}

export function requireRole(account: AccountView, operation: string, name: string | undefined): Entry {
  const role = account.find(tokens.role, name ?? "");
  if (role === undefined)
    throw new AwsError("NoSuchEntity", operation, `The role with name ${name} cannot be found.`);
  return role;
}
