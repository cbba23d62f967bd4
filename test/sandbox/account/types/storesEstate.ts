import type { Entry } from "../../../../sandbox/account/accountView";
import type { ResourceType } from "../../../../sandbox/account/resourceType";
import { targetPolicy } from "../../../../sandbox/account/types/appautoscaling/policy";
import { scalableTarget } from "../../../../sandbox/account/types/appautoscaling/target";
import {
  logMetricFilter,
  logSubscriptionFilter,
} from "../../../../sandbox/account/types/cloudwatch/logFilters";
import { contributorInsights } from "../../../../sandbox/account/types/dynamodb/contributorInsights";
import { table } from "../../../../sandbox/account/types/dynamodb/table";
import { fileSystem } from "../../../../sandbox/account/types/efs/fileSystem";
import {
  accessPoint,
  backupPolicy,
  fileSystemPolicy,
  mountTarget,
} from "../../../../sandbox/account/types/efs/settings";
import { cacheCluster } from "../../../../sandbox/account/types/elasticache/cluster";
import { cacheParameterGroup, cacheSubnetGroup } from "../../../../sandbox/account/types/elasticache/groups";
import { replicationGroup } from "../../../../sandbox/account/types/elasticache/replicationGroup";
import { serverlessCache } from "../../../../sandbox/account/types/elasticache/serverlessCache";
import { cacheUser, cacheUserGroup } from "../../../../sandbox/account/types/elasticache/users";
import { deliveryStream } from "../../../../sandbox/account/types/firehose/deliveryStream";
import { automatedBackupsReplication } from "../../../../sandbox/account/types/rds/automatedBackupsReplication";
import { dbCluster } from "../../../../sandbox/account/types/rds/cluster";
import { dbClusterInstance } from "../../../../sandbox/account/types/rds/clusterInstance";
import {
  rdsClusterParameterGroup,
  rdsParameterGroup,
  rdsSubnetGroup,
} from "../../../../sandbox/account/types/rds/groups";
import { dbInstance } from "../../../../sandbox/account/types/rds/instance";
import { bucketLogging } from "../../../../sandbox/account/types/s3/bucketLogging";
import { bucketMetric } from "../../../../sandbox/account/types/s3/bucketMetric";
import { secret } from "../../../../sandbox/account/types/secretsmanager/secret";
import { secretVersion } from "../../../../sandbox/account/types/secretsmanager/secretVersion";
import { parameter } from "../../../../sandbox/account/types/ssm/parameter";
import type { Properties } from "../../../../sandbox/account/values";
import { resourcePolicy } from "./simulation";

/** What the stores of an estate stand in. */
export interface StoreGround {
  readonly subnets: readonly string[];
  readonly securityGroupId: string;
  readonly keyArn: string;
  readonly logGroup: string;
  readonly roleArn: string;
  readonly bucket: string;
}

/** One of every type that a store is made of, in the order in which they come to be. */
export function makeStores(
  make: (type: ResourceType, inputs: Properties) => Entry,
  { subnets, securityGroupId, keyArn, logGroup, roleArn, bucket }: StoreGround,
): void {
  const tableName = make(table, {
    name: "sessions",
    attributes: [{ name: "id", type: "S" }],
    hashKey: "id",
    billingMode: "PROVISIONED",
    readCapacity: 5,
    writeCapacity: 5,
    serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
  }).id;
  make(contributorInsights, { tableName });
  const dimension = {
    serviceNamespace: "dynamodb",
    resourceId: "table/sessions",
    scalableDimension: "dynamodb:table:ReadCapacityUnits",
  };
  make(scalableTarget, { ...dimension, minCapacity: 5, maxCapacity: 50 });
  make(targetPolicy, {
    ...dimension,
    name: "sessions-read",
    policyType: "TargetTrackingScaling",
    targetTrackingScalingPolicyConfiguration: { targetValue: 70 },
  });
  make(parameter, { name: "/app/sessions", type: "String", insecureValue: "{}" });

  make(rdsSubnetGroup, { name: "databases", subnetIds: subnets });
  make(rdsParameterGroup, { name: "orders", family: "postgres17" });
  make(rdsClusterParameterGroup, { name: "reports", family: "aurora-postgresql17" });
  const database = {
    skipFinalSnapshot: true,
    dbSubnetGroupName: "databases",
    vpcSecurityGroupIds: [securityGroupId],
  };
  make(dbInstance, {
    ...database,
    identifier: "orders",
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.t4g.small",
    allocatedStorage: 20,
    manageMasterUserPassword: true,
    parameterGroupName: "orders",
    backupRetentionPeriod: 7,
    kmsKeyId: keyArn,
  });
  make(automatedBackupsReplication, {
    sourceDbInstanceArn: "arn:aws:rds:eu-central-1:111122223333:db:orders",
    kmsKeyId: keyArn,
  });
  const engine = { engine: "aurora-postgresql", engineVersion: "17" };
  make(dbCluster, {
    ...database,
    ...engine,
    clusterIdentifier: "reports",
    dbClusterParameterGroupName: "reports",
    manageMasterUserPassword: true,
  });
  make(dbClusterInstance, {
    clusterIdentifier: "reports",
    identifier: "reports-1",
    engine: engine.engine,
    instanceClass: "db.r7g.large",
  });

  const secretId = make(secret, { name: "catalog/web", kmsKeyId: keyArn }).id;
  make(secretVersion, { secretId, secretString: "{}" });
  make(cacheSubnetGroup, { name: "caches", subnetIds: subnets });
  make(cacheParameterGroup, { name: "catalog", family: "valkey8" });
  make(cacheUser, {
    userId: "web",
    userName: "web",
    engine: "valkey",
    accessString: "on ~* +@all",
    noPasswordRequired: true,
  });
  make(cacheUserGroup, { userGroupId: "catalog", engine: "valkey", userIds: ["web"] });
  const cache = { securityGroupIds: [securityGroupId], subnetGroupName: "caches" };
  make(replicationGroup, {
    ...cache,
    replicationGroupId: "catalog",
    description: "Catalog",
    engine: "valkey",
    engineVersion: "8.0",
    numCacheClusters: 2,
    automaticFailoverEnabled: true,
    multiAzEnabled: true,
    transitEncryptionEnabled: true,
    parameterGroupName: "catalog",
    userGroupIds: ["catalog"],
    kmsKeyId: keyArn,
  });
  make(serverlessCache, { name: "limits", engine: "valkey", userGroupId: "catalog", subnetIds: subnets });
  make(cacheCluster, {
    ...cache,
    clusterId: "pages",
    engine: "memcached",
    nodeType: "cache.t4g.micro",
    numCacheNodes: 2,
  });

  const fileSystemId = make(fileSystem, { encrypted: true, kmsKeyId: keyArn }).id;
  make(fileSystemPolicy, { fileSystemId, policy: resourcePolicy({}) });
  make(backupPolicy, { fileSystemId, backupPolicy: { status: "ENABLED" } });
  make(mountTarget, { fileSystemId, subnetId: subnets[0] ?? "", securityGroups: [securityGroupId] });
  make(accessPoint, { fileSystemId, posixUser: { uid: 1000, gid: 1000 } });

  make(bucketLogging, { bucket, targetBucket: bucket, targetPrefix: "" });
  make(bucketMetric, { bucket, name: "all" });
  const stream = make(deliveryStream, {
    name: "archive",
    destination: "extended_s3",
    extendedS3Configuration: { roleArn, bucketArn: `arn:aws:s3:::${bucket}` },
  });
  make(logMetricFilter, {
    name: "errors",
    logGroupName: logGroup,
    pattern: "ERROR",
    metricTransformation: { name: "Errors", namespace: "Bakeline", value: "1" },
  });
  make(logSubscriptionFilter, {
    name: "archive",
    logGroup,
    filterPattern: "",
    destinationArn: stream.properties.arn ?? "",
    roleArn,
  });
}
