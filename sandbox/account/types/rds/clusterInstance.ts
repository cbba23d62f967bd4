import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { flag, number, text } from "../reading";
import { tokens } from "../tokens";
import { checkIdentifier, hostOf } from "./identity";

const CREATE = "RDS: CreateDBInstance";

/** An instance of an Aurora cluster; the first is the writer. Not modelled: failover, custom parameter groups. */
export const dbClusterInstance: ResourceType = {
  token: tokens.dbClusterInstance,
  source: "internal/service/rds/cluster_instance.go",
  replaceOn: [
    "availabilityZone",
    "clusterIdentifier",
    "customIamInstanceProfile",
    "dbSubnetGroupName",
    "engine",
    "identifier",
    "identifierPrefix",
  ],
  autoName: "none",
  defaults: {
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: false,
    forceDestroy: false,
    monitoringInterval: 0,
    promotionTier: 0,
  },
  computed: [
    "arn",
    "availabilityZone",
    "dbSubnetGroupName",
    "dbiResourceId",
    "endpoint",
    "engineVersion",
    "identifier",
    "kmsKeyId",
    "port",
    "storageEncrypted",
    "writer",
  ],
  validate: (inputs) => checkIdentifier(inputs, "identifier"),
  create(inputs, account) {
    const name = text(inputs, "clusterIdentifier") ?? "";
    const cluster = account.find(tokens.dbCluster, name);
    if (cluster === undefined)
      throw new AwsError("DBClusterNotFoundFault", CREATE, `DBCluster ${name} not found.`);
    if (cluster.properties.engine !== inputs.engine)
      throw new AwsError(
        "InvalidParameterCombination",
        CREATE,
        "The engine name requested for your DB instance doesn't match the engine name of your DB cluster.",
      );
    const identifier = text(inputs, "identifier") ?? account.newId("tf");
    if (account.find(tokens.dbClusterInstance, identifier) !== undefined)
      throw new AwsError("DBInstanceAlreadyExists", CREATE, "DB instance already exists");
    const siblings = findDependents(account, name, [
      { token: tokens.dbClusterInstance, path: "clusterIdentifier" },
    ]);
    return {
      id: identifier,
      outputs: {
        arn: regionalArn(account, "rds", `db:${identifier}`),
        availabilityZone: text(inputs, "availabilityZone") ?? `${account.region}a`,
        dbSubnetGroupName: text(cluster.properties, "dbSubnetGroupName") ?? "",
        dbiResourceId: `db-${account.newId("0").slice(2).toUpperCase()}`,
        endpoint: hostOf(account, identifier),
        engineVersion: text(cluster.properties, "engineVersion") ?? "",
        identifier,
        kmsKeyId: text(cluster.properties, "kmsKeyId") ?? "",
        port: number(cluster.properties, "port") ?? 0,
        storageEncrypted: flag(cluster.properties, "storageEncrypted") ?? false,
        writer: siblings.length === 0,
      },
    };
  },
};
