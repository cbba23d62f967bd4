import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { flag, given, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { checkId, requireFamily, requireSurroundings } from "./identity";

const CREATE = "ElastiCache: CreateReplicationGroup";

/**
 * Not modelled: data, snapshots, global groups, node types and versions that do not exist; that a downgrade of the engine
 * or its version, and other node groups, replace (`ForceNewIf`): here they update in place.
 */
export const replicationGroup: ResourceType = {
  token: tokens.replicationGroup,
  source: "internal/service/elasticache/replication_group.go",
  replaceOn: [
    "atRestEncryptionEnabled",
    "dataTieringEnabled",
    "globalReplicationGroupId",
    "kmsKeyId",
    "networkType",
    "port",
    "replicationGroupId",
    "securityGroupNames",
    "snapshotArns",
    "snapshotName",
    "subnetGroupName",
  ],
  unordered: [
    "logDeliveryConfigurations",
    "nodeGroupConfigurations",
    "securityGroupIds",
    "snapshotArns",
    "userGroupIds",
  ],
  autoName: "none",
  defaults: { automaticFailoverEnabled: false, multiAzEnabled: false },
  computed: [
    "arn",
    "atRestEncryptionEnabled",
    "autoMinorVersionUpgrade",
    "clusterEnabled",
    "clusterMode",
    "configurationEndpointAddress",
    "engine",
    "engineVersion",
    "engineVersionActual",
    "maintenanceWindow",
    "memberClusters",
    "nodeType",
    "numCacheClusters",
    "numNodeGroups",
    "parameterGroupName",
    "primaryEndpointAddress",
    "readerEndpointAddress",
    "replicasPerNodeGroup",
    "securityGroupIds",
    "snapshotWindow",
    "subnetGroupName",
    "transitEncryptionEnabled",
    "transitEncryptionMode",
  ],
  validate: (inputs) => [...checkId(inputs, "replicationGroupId", 40), ...checkTogether(inputs)],
  create(inputs, account) {
    const id = text(inputs, "replicationGroupId") ?? "";
    if (account.find(tokens.replicationGroup, id) !== undefined)
      throw new AwsError(
        "ReplicationGroupAlreadyExistsFault",
        CREATE,
        `Replication group ${id} already exists.`,
      );
    requireAll(inputs, account, CREATE);
    const nodes = number(inputs, "numCacheClusters") ?? 1;
    const shards = number(inputs, "numNodeGroups") ?? 1;
    const domain = `${id}.a1b2c3.euw1.cache.amazonaws.com`;
    return {
      id,
      outputs: {
        arn: regionalArn(account, "elasticache", `replicationgroup:${id}`),
        atRestEncryptionEnabled: inputs.atRestEncryptionEnabled ?? text(inputs, "engine") === "valkey",
        autoMinorVersionUpgrade: inputs.autoMinorVersionUpgrade ?? true,
        clusterEnabled: shards > 1,
        clusterMode: shards > 1 ? "enabled" : "disabled",
        configurationEndpointAddress: shards > 1 ? `clustercfg.${domain}` : "",
        engine: text(inputs, "engine") ?? "redis",
        engineVersion: text(inputs, "engineVersion") ?? "7.1",
        engineVersionActual: `${text(inputs, "engineVersion") ?? "7.1"}.0`,
        maintenanceWindow: text(inputs, "maintenanceWindow") ?? "sun:03:00-sun:04:00",
        memberClusters: Array.from({ length: nodes }, (_, index) => `${id}-00${index + 1}`),
        nodeType: text(inputs, "nodeType") ?? "cache.t4g.micro",
        numCacheClusters: nodes,
        numNodeGroups: shards,
        parameterGroupName: text(inputs, "parameterGroupName") ?? "default.redis7",
        primaryEndpointAddress: shards > 1 ? "" : `master.${domain}`,
        readerEndpointAddress: shards > 1 ? "" : `replica.${domain}`,
        replicasPerNodeGroup: nodes - 1,
        securityGroupIds: inputs.securityGroupIds ?? [],
        snapshotWindow: text(inputs, "snapshotWindow") ?? "01:00-02:00",
        subnetGroupName: text(inputs, "subnetGroupName") ?? "default",
        transitEncryptionEnabled: flag(inputs, "transitEncryptionEnabled") ?? false,
        transitEncryptionMode: text(inputs, "transitEncryptionMode") ?? "",
      },
    };
  },
  update(_id, _olds, news, account) {
    requireAll(news, account, "ElastiCache: ModifyReplicationGroup");
    return {};
  },
};

/** `replicationGroupValidateMultiAZAutomaticFailover` and `ConflictsWith`. */
function checkTogether(inputs: Properties): readonly CheckFailure[] {
  const failsOver = flag(inputs, "automaticFailoverEnabled") === true;
  const nodes = number(inputs, "numCacheClusters");
  return [
    ...(flag(inputs, "multiAzEnabled") === true && !failsOver
      ? [{ property: "automaticFailoverEnabled", reason: "must be true when multiAzEnabled is true" }]
      : []),
    ...(failsOver && nodes !== undefined && nodes < 2
      ? [{ property: "numCacheClusters", reason: "must be at least 2 when automaticFailoverEnabled is true" }]
      : []),
    ...(given(inputs, "authToken") && given(inputs, "userGroupIds")
      ? [{ property: "authToken", reason: "conflicts with userGroupIds" }]
      : []),
    ...((number(inputs, "snapshotRetentionLimit") ?? 0) > 35
      ? [{ property: "snapshotRetentionLimit", reason: "expected at most 35 days" }]
      : []),
  ];
}

function requireAll(inputs: Properties, account: AccountView, operation: string): void {
  requireSurroundings(inputs, account, operation);
  requireFamily(inputs, account, operation);
  const groups = texts(inputs, "userGroupIds");
  const missing = groups.find((id) => account.find(tokens.cacheUserGroup, id) === undefined);
  if (missing !== undefined)
    throw new AwsError("UserGroupNotFound", operation, `User group ${missing} not found.`);
  if (groups.length > 0 && flag(inputs, "transitEncryptionEnabled") !== true)
    throw new AwsError(
      "InvalidParameterCombination",
      operation,
      "User group based access control requires encryption-in-transit to be enabled on the replication group.",
    );
}
