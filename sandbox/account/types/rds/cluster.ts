import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { flag, given, number, text } from "../reading";
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

const CREATE = "RDS: CreateDBCluster";
const engines = ["aurora-mysql", "aurora-postgresql", "mysql", "postgres"];

/**
 * A cluster: Aurora, whose instances are resources of their own, or Multi-AZ, which makes its three instances itself.
 * Not modelled: data, snapshots, restores, global clusters, serverless capacity; classes and versions are not looked up.
 */
export const dbCluster: ResourceType = {
  token: tokens.dbCluster,
  source: "internal/service/rds/cluster.go",
  replaceOn: [
    "availabilityZones",
    "clusterIdentifier",
    "clusterIdentifierPrefix",
    "clusterScalabilityType",
    "databaseName",
    "dbSubnetGroupName",
    "dbSystemId",
    "engine",
    "engineMode",
    "kmsKeyId",
    "masterUsername",
    "restoreToPointInTime",
    "snapshotIdentifier",
    "sourceRegion",
    "storageEncrypted",
  ],
  unordered: ["availabilityZones", "enabledCloudwatchLogsExports", "iamRoles", "vpcSecurityGroupIds"],
  autoName: "none",
  defaults: {
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    engineMode: "provisioned",
    skipFinalSnapshot: false,
  },
  computed: [
    "allocatedStorage",
    "arn",
    "availabilityZones",
    "backupRetentionPeriod",
    "clusterIdentifier",
    "clusterMembers",
    "clusterResourceId",
    "databaseName",
    "dbClusterParameterGroupName",
    "dbSubnetGroupName",
    "endpoint",
    "engineVersion",
    "engineVersionActual",
    "hostedZoneId",
    "kmsKeyId",
    "masterUserSecrets",
    "masterUsername",
    "port",
    "preferredBackupWindow",
    "preferredMaintenanceWindow",
    "readerEndpoint",
    "storageEncrypted",
    "storageType",
    "vpcSecurityGroupIds",
  ],
  validate(inputs) {
    const engine = text(inputs, "engine");
    const isAurora = engine?.startsWith("aurora") ?? true;
    return [
      ...checkIdentifier(inputs, "clusterIdentifier"),
      ...checkWindows(inputs, "preferredBackupWindow", "preferredMaintenanceWindow"),
      ...checkLogs(inputs),
      ...(engine === undefined || engines.includes(engine)
        ? []
        : [{ property: "engine", reason: `expected one of ${engines.join(", ")}, got "${engine}"` }]),
      ...(isAurora || given(inputs, "dbClusterInstanceClass")
        ? []
        : [{ property: "dbClusterInstanceClass", reason: "is required for a Multi-AZ DB cluster" }]),
    ];
  },
  create(inputs, account) {
    const engine = text(inputs, "engine") ?? "";
    const version = text(inputs, "engineVersion") ?? "";
    const identifier = text(inputs, "clusterIdentifier") ?? account.newId("tf");
    if (account.find(tokens.dbCluster, identifier) !== undefined)
      throw new AwsError("DBClusterAlreadyExistsFault", CREATE, "DB Cluster already exists");
    requireGroup(inputs, account, CREATE);
    return {
      id: identifier,
      outputs: {
        allocatedStorage: number(inputs, "allocatedStorage") ?? 1,
        arn: regionalArn(account, "rds", `cluster:${identifier}`),
        availabilityZones: inputs.availabilityZones ?? ["a", "b", "c"].map((zone) => account.region + zone),
        backupRetentionPeriod: number(inputs, "backupRetentionPeriod") ?? 1,
        clusterIdentifier: identifier,
        clusterMembers: engine.startsWith("aurora")
          ? []
          : [1, 2, 3].map((member) => `${identifier}-instance-${member}`),
        clusterResourceId: `cluster-${account.newId("0").slice(2).toUpperCase()}`,
        databaseName: text(inputs, "databaseName") ?? "",
        dbClusterParameterGroupName:
          text(inputs, "dbClusterParameterGroupName") ?? `default.${familyOf(engine, version)}`,
        dbSubnetGroupName: text(inputs, "dbSubnetGroupName") ?? "default",
        endpoint: hostOf(account, identifier, "cluster"),
        engineVersion: version,
        engineVersionActual: version,
        hostedZoneId: "Z29XKXDKYMONMX",
        kmsKeyId: text(inputs, "kmsKeyId") ?? "",
        masterUserSecrets: masterSecrets(inputs, account),
        masterUsername: text(inputs, "masterUsername") ?? "",
        port: number(inputs, "port") ?? defaultPortOf(engine),
        preferredBackupWindow: text(inputs, "preferredBackupWindow") ?? "00:00-00:30",
        preferredMaintenanceWindow: text(inputs, "preferredMaintenanceWindow") ?? "sun:01:00-sun:01:30",
        readerEndpoint: hostOf(account, identifier, "cluster-ro"),
        storageEncrypted: flag(inputs, "storageEncrypted") ?? false,
        storageType: text(inputs, "storageType") ?? "",
        vpcSecurityGroupIds: inputs.vpcSecurityGroupIds ?? [],
      },
    };
  },
  update(_id, olds, news, account) {
    requireGrowth(olds, news, "RDS: ModifyDBCluster");
    requireGroup(news, account, "RDS: ModifyDBCluster");
    return {};
  },
  remove(id, properties, account) {
    requireDeletable("Cluster", properties);
    if (
      findDependents(account, id, [{ token: tokens.dbClusterInstance, path: "clusterIdentifier" }]).length > 0
    )
      throw new AwsError(
        "InvalidDBClusterStateFault",
        "RDS: DeleteDBCluster",
        "Cluster cannot be deleted, it still contains DB instances in non-deleting state.",
      );
  },
};

function requireGroup(inputs: Properties, account: AccountView, operation: string): void {
  requireSurroundings(inputs, account, operation, {
    token: tokens.rdsClusterParameterGroup,
    property: "dbClusterParameterGroupName",
    family: familyOf(text(inputs, "engine") ?? "", text(inputs, "engineVersion") ?? ""),
  });
}
