import { about, type Declaration } from "./declaration";

const protection = about("deletion-protection", "aws:rds/instance:Instance");
const clusterProtection = about("deletion-protection", "aws:rds/cluster:Cluster");
const docdbProtection = about("deletion-protection", "aws:docdb/cluster:Cluster");
const neptuneProtection = about("deletion-protection", "aws:neptune/cluster:Cluster");
const tableProtection = about("deletion-protection", "aws:dynamodb/table:Table");
const backup = about("backup", "aws:rds/instance:Instance");
const clusterBackup = about("backup", "aws:rds/cluster:Cluster");
const tableBackup = about("backup", "aws:dynamodb/table:Table");
const cacheBackup = about("backup", "aws:elasticache/replicationGroup:ReplicationGroup");
const redshiftBackup = about("backup", "aws:redshift/cluster:Cluster");
const snapshot = about("final-snapshot", "aws:rds/instance:Instance");
const clusterSnapshot = about("final-snapshot", "aws:rds/cluster:Cluster");
const redshiftSnapshot = about("final-snapshot", "aws:redshift/cluster:Cluster");
const zones = about("multi-az", "aws:rds/instance:Instance");
const cacheZones = about("multi-az", "aws:elasticache/replicationGroup:ReplicationGroup");
const bucket = about("force-destroy", "aws:s3/bucket:Bucket");
const registry = about("force-destroy", "aws:ecr/repository:Repository");
const vault = about("force-destroy", "aws:backup/vault:Vault");

const postgres = { engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20 };
const replica = { instanceClass: "db.t4g.micro", replicateSourceDb: "orders" };
const aurora = { engine: "aurora-postgresql" };
const orders = { hashKey: "id", attributes: [{ name: "id", type: "S" }] };
const redis = { description: "sessions" };
const warehouse = { clusterIdentifier: "warehouse", nodeType: "ra3.xlplus" };
const dev = { environment: "dev" };

export const states: readonly Declaration[] = [
  protection.ok({ ...postgres, deletionProtection: true }),
  protection.ok({ ...postgres, deletionProtection: "true" }),
  protection.bad(postgres),
  protection.bad({ ...postgres, deletionProtection: false }),
  protection.ok(postgres, dev),
  clusterProtection.ok({ ...aurora, deletionProtection: true }),
  clusterProtection.bad(aurora),
  docdbProtection.ok({ deletionProtection: true }),
  docdbProtection.bad({}),
  neptuneProtection.bad({}),
  neptuneProtection.ok({ deletionProtection: true }),
  tableProtection.ok({ ...orders, deletionProtectionEnabled: true }),
  tableProtection.bad(orders),
  tableProtection.bad({ ...orders, deletionProtectionEnabled: false }),
  tableProtection.ok(orders, dev),
  backup.ok({ ...postgres, backupRetentionPeriod: 14 }),
  backup.ok({ ...postgres, backupRetentionPeriod: "14" }),
  backup.bad(postgres),
  backup.bad({ ...postgres, backupRetentionPeriod: 0 }),
  backup.ok(replica),
  backup.ok({ ...postgres, backupRetentionPeriod: 0 }, dev),
  clusterBackup.ok({ ...aurora, backupRetentionPeriod: 14 }),
  clusterBackup.bad({ ...aurora, backupRetentionPeriod: 1 }),
  tableBackup.ok({ ...orders, pointInTimeRecovery: { enabled: true } }),
  tableBackup.bad(orders),
  tableBackup.bad({ ...orders, pointInTimeRecovery: { enabled: false } }),
  cacheBackup.ok({ ...redis, snapshotRetentionLimit: 7 }),
  cacheBackup.bad({ ...redis, snapshotRetentionLimit: 0 }),
  cacheBackup.bad(redis),
  redshiftBackup.bad({ ...warehouse, automatedSnapshotRetentionPeriod: 0 }),
  redshiftBackup.ok({ ...warehouse, automatedSnapshotRetentionPeriod: 14 }),
  snapshot.ok({ ...postgres, finalSnapshotIdentifier: "orders-last" }),
  snapshot.ok({ ...postgres, skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-last" }),
  snapshot.bad({ ...postgres, skipFinalSnapshot: true }),
  snapshot.bad({ ...postgres, skipFinalSnapshot: "true" }),
  snapshot.ok({ ...replica, skipFinalSnapshot: true }),
  clusterSnapshot.bad({ ...aurora, skipFinalSnapshot: true }),
  clusterSnapshot.ok({ ...aurora, finalSnapshotIdentifier: "orders-last" }),
  redshiftSnapshot.bad({ ...warehouse, skipFinalSnapshot: true }),
  zones.ok({ ...postgres, multiAz: true }),
  zones.bad(postgres),
  zones.bad({ ...postgres, multiAz: false }),
  zones.ok(postgres, dev),
  zones.ok(replica),
  cacheZones.ok({ ...redis, automaticFailoverEnabled: true, multiAzEnabled: true, numCacheClusters: 2 }),
  cacheZones.bad(redis),
  cacheZones.bad({ ...redis, automaticFailoverEnabled: true }),
  bucket.bad({ forceDestroy: true }),
  bucket.bad({ forceDestroy: "true" }),
  bucket.ok({}),
  bucket.ok({ forceDestroy: false }),
  bucket.ok({ forceDestroy: true }, dev),
  registry.bad({ forceDelete: true }),
  registry.ok({}),
  vault.bad({ forceDestroy: true }),
];
