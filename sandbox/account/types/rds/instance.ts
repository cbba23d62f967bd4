import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { given, number, text } from "../reading";
import { tokens } from "../tokens";
import { defaultPortOf, familyOf } from "./engines";
import {
  checkIdentifier,
  checkLogs,
  checkWindows,
  hostOf,
  masterSecrets,
  requireDeletable,
  requireGrowth,
  requireSurroundings,
} from "./identity";

const CREATE = "RDS: CreateDBInstance";

/**
 * A DB instance, or a read replica of one, which takes engine and version from its source. Not modelled: data,
 * snapshots, restores, maintenance, blue-green updates; instance classes and engine versions are not looked up.
 */
export const dbInstance: ResourceType = {
  token: tokens.dbInstance,
  source: "internal/service/rds/instance.go",
  replaceOn: [
    "availabilityZone",
    "backupTarget",
    "characterSetName",
    "customIamInstanceProfile",
    "dbName",
    "engine",
    "identifier",
    "identifierPrefix",
    "kmsKeyId",
    "ncharCharacterSetName",
    "restoreToPointInTime",
    "snapshotIdentifier",
    "storageEncrypted",
    "timezone",
    "username",
  ],
  unordered: ["enabledCloudwatchLogsExports", "vpcSecurityGroupIds"],
  autoName: "none",
  defaults: {
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    monitoringInterval: 0,
    performanceInsightsEnabled: false,
    publiclyAccessible: false,
    skipFinalSnapshot: false,
  },
  computed: [
    "address",
    "allocatedStorage",
    "arn",
    "availabilityZone",
    "backupRetentionPeriod",
    "backupWindow",
    "caCertIdentifier",
    "dbName",
    "dbSubnetGroupName",
    "endpoint",
    "engine",
    "engineVersion",
    "engineVersionActual",
    "hostedZoneId",
    "identifier",
    "identifierPrefix",
    "kmsKeyId",
    "latestRestorableTime",
    "licenseModel",
    "maintenanceWindow",
    "masterUserSecrets",
    "multiAz",
    "parameterGroupName",
    "port",
    "replicas",
    "resourceId",
    "status",
    "storageType",
    "username",
    "vpcSecurityGroupIds",
  ],
  validate: (inputs) => [
    ...checkIdentifier(inputs, "identifier"),
    ...checkWindows(inputs, "backupWindow", "maintenanceWindow"),
    ...checkLogs(inputs),
    ...(given(inputs, "replicateSourceDb") && given(inputs, "engine")
      ? [{ property: "engine", reason: "conflicts with replicateSourceDb" }]
      : []),
  ],
  create(inputs, account) {
    const source = sourceOf(inputs, account);
    const engine = text(source, "engine") ?? "";
    const version = text(source, "engineVersion") ?? "";
    const identifier = text(inputs, "identifier") ?? account.newId("terraform");
    if (account.find(tokens.dbInstance, identifier) !== undefined)
      throw new AwsError("DBInstanceAlreadyExists", CREATE, "DB instance already exists");
    requireGroup(inputs, account, engine, version);
    const port = number(inputs, "port") ?? defaultPortOf(engine);
    const address = hostOf(account, identifier);
    return {
      id: identifier,
      outputs: {
        address,
        allocatedStorage: number(source, "allocatedStorage") ?? 20,
        arn: regionalArn(account, "rds", `db:${identifier}`),
        availabilityZone: text(inputs, "availabilityZone") ?? `${account.region}a`,
        backupRetentionPeriod: number(inputs, "backupRetentionPeriod") ?? 0,
        backupWindow: text(inputs, "backupWindow") ?? "00:00-00:30",
        caCertIdentifier: text(inputs, "caCertIdentifier") ?? "rds-ca-rsa2048-g1",
        dbName: text(source, "dbName") ?? "",
        dbSubnetGroupName: text(source, "dbSubnetGroupName") ?? "default",
        endpoint: `${address}:${port}`,
        engine,
        engineVersion: version,
        engineVersionActual: version,
        hostedZoneId: "Z29XKXDKYMONMX",
        identifier,
        identifierPrefix: text(inputs, "identifierPrefix") ?? "",
        kmsKeyId: text(source, "kmsKeyId") ?? "",
        latestRestorableTime: "",
        licenseModel: engine === "mysql" ? "general-public-license" : "postgresql-license",
        maintenanceWindow: text(inputs, "maintenanceWindow") ?? "sun:01:00-sun:01:30",
        masterUserSecrets: masterSecrets(inputs, account),
        multiAz: inputs.multiAz ?? false,
        parameterGroupName: text(inputs, "parameterGroupName") ?? `default.${familyOf(engine, version)}`,
        port,
        replicas: [],
        resourceId: `db-${account.newId("0").slice(2).toUpperCase()}`,
        status: "available",
        storageType: text(source, "storageType") ?? "gp2",
        username: text(source, "username") ?? "",
        vpcSecurityGroupIds: inputs.vpcSecurityGroupIds ?? [],
      },
    };
  },
  update(_id, olds, news, account) {
    requireGrowth(olds, news, "RDS: ModifyDBInstance");
    requireGroup(
      news,
      account,
      text(olds, "engine") ?? "",
      text(news, "engineVersion") ?? text(olds, "engineVersion") ?? "",
    );
    return {};
  },
  remove(id, properties, account) {
    requireDeletable("Instance", properties);
    const [replica] = findDependents(account, id, [{ token: tokens.dbInstance, path: "replicateSourceDb" }]);
    if (replica !== undefined)
      throw new AwsError(
        "InvalidDBInstanceState",
        "RDS: DeleteDBInstance",
        `Cannot delete a DB instance that has a read replica (${replica.id})`,
      );
  },
};

/** The inputs, or for a read replica those of its source, which must keep backups. */
function sourceOf(inputs: Properties, account: AccountView): Properties {
  const name = text(inputs, "replicateSourceDb");
  if (name === undefined) return inputs;
  const operation = "RDS: CreateDBInstanceReadReplica";
  const source = account.find(tokens.dbInstance, name);
  if (source === undefined)
    throw new AwsError("DBInstanceNotFound", operation, `DBInstance ${name} not found.`);
  if (number(source.properties, "backupRetentionPeriod") === 0)
    throw new AwsError(
      "InvalidDBInstanceState",
      operation,
      `Automated backups are not enabled for this database instance. To enable automated backups, use ModifyDBInstance to set the backup retention period to a non-zero value.`,
    );
  return source.properties;
}

function requireGroup(inputs: Properties, account: AccountView, engine: string, version: string): void {
  const family = familyOf(engine, version);
  requireSurroundings(inputs, account, CREATE, {
    token: tokens.rdsParameterGroup,
    property: "parameterGroupName",
    family,
  });
}
