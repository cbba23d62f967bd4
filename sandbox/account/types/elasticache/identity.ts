import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure } from "../../resourceType";
import type { Properties } from "../../values";
import { requireSecurityGroups } from "../ec2/references";
import { findKey } from "../kms/references";
import { text, texts } from "../reading";
import { tokens } from "../tokens";

/** Lower case, a letter first, single inner hyphens: the provider's check of every ElastiCache id. */
export function checkId(inputs: Properties, property: string, maxLength: number): readonly CheckFailure[] {
  const id = text(inputs, property);
  if (id === undefined || (/^[a-z][0-9a-z-]*$/.test(id) && !/--|-$/.test(id) && id.length <= maxLength))
    return [];
  return [
    {
      property,
      reason: `expected up to ${maxLength} lower-case letters, digits and single inner hyphens, beginning with a letter, got "${id}"`,
    },
  ];
}

/** The subnet group, the key and the security groups that a cache names. */
export function requireSurroundings(inputs: Properties, account: AccountView, operation: string): void {
  const group = text(inputs, "subnetGroupName");
  if (group !== undefined && account.find(tokens.cacheSubnetGroup, group) === undefined)
    throw new AwsError(
      "CacheSubnetGroupNotFoundFault",
      operation,
      `Cache Subnet Group ${group} does not exist.`,
    );
  const key = text(inputs, "kmsKeyId");
  if (key !== undefined && findKey(account, key) === undefined)
    throw new AwsError("InvalidKMSKeyFault", operation, `The customer managed key ${key} does not exist.`);
  requireSecurityGroups(account, operation, texts(inputs, "securityGroupIds"));
}

/** Each engine's parameter group family, e.g. `valkey8`, `redis7`, `memcached1.6`. */
function cacheFamilyOf(engine: string, version: string): string {
  const [major = "", minor = ""] = version.split(".");
  return engine === "memcached" ? `memcached${major}.${minor}` : `${engine}${major}`;
}

export function requireFamily(inputs: Properties, account: AccountView, operation: string): void {
  const name = text(inputs, "parameterGroupName");
  if (name === undefined || name.startsWith("default.")) return;
  const group = account.find(tokens.cacheParameterGroup, name);
  if (group === undefined)
    throw new AwsError("CacheParameterGroupNotFound", operation, `CacheParameterGroup not found: ${name}`);
  const family = cacheFamilyOf(text(inputs, "engine") ?? "redis", text(inputs, "engineVersion") ?? "");
  if (group.properties.family !== family)
    throw new AwsError(
      "InvalidParameterCombination",
      operation,
      `Expected a parameter group of family ${family} but found one of family ${text(group.properties, "family")}`,
    );
}
