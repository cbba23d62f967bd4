import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findKey } from "../kms/references";
import { flag, given, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { exportableLogsOf } from "./engines";

/** `validIdentifier` of the provider. */
export function checkIdentifier(inputs: Properties, property: string): readonly CheckFailure[] {
  const name = text(inputs, property);
  if (name === undefined || (/^[a-z][0-9a-z-]{0,62}$/.test(name) && !/--|-$/.test(name))) return [];
  return [
    {
      property,
      reason: `expected up to 63 lower-case letters, digits and single inner hyphens, beginning with a letter, got "${name}"`,
    },
  ];
}

/** A daily `hh24:mi-hh24:mi` and a weekly `ddd:hh24:mi-ddd:hh24:mi`, as the provider checks both. */
export function checkWindows(inputs: Properties, daily: string, weekly: string): readonly CheckFailure[] {
  const time = "([01]\\d|2[0-3]):[0-5]\\d";
  const day = "(sun|mon|tue|wed|thu|fri|sat)";
  const day1 = text(inputs, daily);
  const week1 = text(inputs, weekly);
  return [
    ...(day1 === undefined || new RegExp(`^${time}-${time}$`).test(day1)
      ? []
      : [{ property: daily, reason: `must satisfy the format of "hh24:mi-hh24:mi", got "${day1}"` }]),
    ...(week1 === undefined || new RegExp(`^${day}:${time}-${day}:${time}$`, "i").test(week1)
      ? []
      : [
          {
            property: weekly,
            reason: `must satisfy the format of "ddd:hh24:mi-ddd:hh24:mi", got "${week1}"`,
          },
        ]),
  ];
}

export function checkLogs(inputs: Properties): readonly CheckFailure[] {
  const engine = text(inputs, "engine");
  if (engine === undefined) return [];
  const known = exportableLogsOf(engine);
  return texts(inputs, "enabledCloudwatchLogsExports")
    .filter((log) => !known.includes(log))
    .map((log) => ({
      property: "enabledCloudwatchLogsExports",
      reason: `expected one of ${known.join(", ")} for ${engine}, got "${log}"`,
    }));
}

/** What RDS wants to find before it makes anything: its subnets, its key, a parameter group of the right family. */
export function requireSurroundings(
  inputs: Properties,
  account: AccountView,
  operation: string,
  parameters: { token: string; property: string; family: string },
): void {
  const subnets = text(inputs, "dbSubnetGroupName");
  if (subnets !== undefined && account.find(tokens.rdsSubnetGroup, subnets) === undefined)
    throw new AwsError(
      "DBSubnetGroupNotFoundFault",
      operation,
      `DB subnet group '${subnets}' does not exist.`,
    );
  for (const property of ["kmsKeyId", "performanceInsightsKmsKeyId", "masterUserSecretKmsKeyId"]) {
    const key = text(inputs, property);
    if (key !== undefined && !key.includes("alias/aws/") && findKey(account, key) === undefined)
      throw new AwsError(
        "KMSKeyNotAccessibleFault",
        operation,
        `The specified KMS key [${key}] does not exist, is not enabled or you do not have permissions to access it.`,
      );
  }
  const name = text(inputs, parameters.property);
  if (name === undefined || name.startsWith("default.")) return;
  const group = account.find(parameters.token, name);
  if (group === undefined)
    throw new AwsError("DBParameterGroupNotFound", operation, `DBParameterGroup not found: ${name}`);
  if (group.properties.family !== parameters.family)
    throw new AwsError(
      "InvalidParameterCombination",
      operation,
      `The parameter group ${name} with DBParameterGroupFamily ${text(group.properties, "family")} can't be used for this instance. Please use a parameter group with DBParameterGroupFamily ${parameters.family}.`,
    );
}

/** What the provider and RDS want before they delete: no protection, and a name for the last snapshot. */
export function requireDeletable(kind: "Instance" | "Cluster", properties: Properties): void {
  if (flag(properties, "deletionProtection") === true)
    throw new AwsError(
      "InvalidParameterCombination",
      `RDS: DeleteDB${kind}`,
      `Cannot delete protected ${kind === "Instance" ? "DB Instance" : "Cluster"}, please disable deletion protection and try again.`,
    );
  if (flag(properties, "skipFinalSnapshot") !== true && !given(properties, "finalSnapshotIdentifier"))
    throw new AwsError(
      "InvalidParameterCombination",
      `RDS: DeleteDB${kind}`,
      "finalSnapshotIdentifier is required when skipFinalSnapshot is false",
    );
}

/** Storage grows only: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html */
export function requireGrowth(olds: Properties, news: Properties, operation: string): void {
  const [before = 0, after = before] = [olds, news].map((it) => number(it, "allocatedStorage"));
  if (after < before)
    throw new AwsError(
      "InvalidParameterCombination",
      operation,
      `Invalid storage size: the storage of ${before} GiB cannot be reduced to ${after}`,
    );
}

/** The host name of a database, with the part that is the account's in the region. */
export function hostOf(account: AccountView, identifier: string, cluster?: "cluster" | "cluster-ro"): string {
  const own = "c1a2b3c4d5e6";
  const label = cluster === undefined ? own : `${cluster}-${own}`;
  return `${identifier}.${label}.${account.region}.rds.amazonaws.com`;
}

/** The secret that RDS makes and rotates when it manages the master password. */
export function masterSecrets(inputs: Properties, account: AccountView): readonly Properties[] {
  if (flag(inputs, "manageMasterUserPassword") !== true) return [];
  const name = `rds!db-${account.newId("0").slice(2)}`;
  return [
    {
      kmsKeyId:
        text(inputs, "masterUserSecretKmsKeyId") ?? regionalArn(account, "kms", "alias/aws/secretsmanager"),
      secretArn: regionalArn(account, "secretsmanager", `secret:${name}-${account.newId("0").slice(2, 8)}`),
      secretStatus: "active",
    },
  ];
}
