import type { StackConfig } from "../../config/schema";
import { planBucketAlarms } from "../bucket/plan";
import { planCacheAlarms } from "../cache/alarms";
import { connectionsFilePath } from "../connection";
import { planClusterAlarms, planInstanceAlarms } from "../database/alarms";
import { auroraEngineName, exportedLogs } from "../database/engine";
import { planFileSystemAlarms } from "../fileSystem/plan";
import { planStores, type StorePlan } from "../planStores";
import { planTableAlarms } from "../sessionTable/plan";
import { monthlyByClass, perGiBMonth, perMonth, perUnitMonth, priceDate, priceRegion } from "./prices";

/** What one store is, is worth and costs, in one line each. */
interface StoreFacts {
  readonly what: string;
  readonly survives: string;
  readonly backup: string;
  readonly cost: string;
  readonly alarms: readonly string[];
}

/** `docs/stores.md`: what each store of each stack gives and costs, from the settings and the plans themselves. */
export function renderStoreDocs(stacks: Readonly<Record<string, StackConfig>>): string {
  const sections = Object.entries(stacks).map(([stack, config]) => renderStack(stack, config));
  return [
    "# Stores: what each gives, and what it costs",
    "",
    "Written by `npm run docs:stores` from the stack files and the code; a test finds it stale.",
    "",
    `Prices give an idea of size: rounded, on demand in ${priceRegion}, in US dollars a month, as known on ${priceDate} and`,
    "not read from AWS's price list (infra/state/docs/prices.ts says which were held against others'), without traffic",
    "and requests.",
    `Every stack with stores has a key (${perMonth.key} a month, one more for each region that holds copies); each alarm is`,
    `${perMonth.alarm.toFixed(2)} a month, and each database's master secret ${perMonth.secret.toFixed(2)}.`,
    "",
    "Workloads log in to databases and caches by IAM, as users of their own: there are no passwords to rotate. The master",
    "user's password RDS makes, keeps in Secrets Manager and replaces every seven days, by itself; only a workload that",
    "administers a database may read it, and must do so anew for each connection.",
    "",
    "Backups of a database of kind instance are copied to another region (`backupCopyRegion`). Of clusters RDS copies none:",
    "the setting is refused there. What must survive a region is an instance with a standby, or a table with replicas.",
    "",
    "Every store is encrypted by a key of the stack, speaks TLS only, and lets nobody in but the workloads that name it",
    "(`stores` in infra/workloads): each gets its permissions, its security group rule, and an entry in",
    `\`${connectionsFilePath("<workload>")}\` on its instances that says where the store is.`,
    "",
    "Logs are grouped by workload, which is by role as well: a workload has one role, in the tags of its instances. What an",
    "instance writes, its boot and, on Amazon Linux, auditd's log among it, are streams of that group, named for the instance.",
    "",
    "To replace or delete a store, write `allowDataLoss: true` in its settings in a change of its own, update, and then",
    "make the change. Until then Pulumi and AWS both refuse; `npm run preview` and `npm run sandbox -- up`",
    "name the property that forces it.",
    ...sections,
    "",
  ].join("\n");
}

function renderStack(stack: string, config: StackConfig): string {
  const rows = planStores(config.stores, []).map((plan) => {
    const { what, survives, backup, cost, alarms } = describe(plan);
    const kept = plan.config.allowDataLoss ? "no (allowDataLoss)" : "yes";
    return [`\`${plan.name}\``, what, survives, backup, kept, cost, alarms.join(", ")];
  });
  const { logArchive } = config.stores;
  const archive =
    logArchive === undefined
      ? []
      : [
          "",
          `Logs of every workload are kept in an archive for ${logArchive.retentionDays} days, after 90 of them in Glacier.`,
        ];
  const header = ["Store", "What it is", "Survives", "Way back", "Protected", "Costs a month", "Alarms"];
  return ["", `## ${stack}`, "", ...table(header, rows), ...archive].join("\n");
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}

function describe(plan: StorePlan): StoreFacts {
  const names = (alarms: readonly { readonly name: string }[]) => alarms.map(({ name }) => name);
  const { name } = plan;
  switch (plan.family) {
    case "databases":
      return { ...describeDatabase(plan.config), alarms: names(databaseAlarms(name, plan.config)) };
    case "sessionTables": {
      const { capacity, replicaRegions } = plan.config;
      const fixed =
        capacity.kind === "onDemand"
          ? "by request"
          : `${dollars(capacity.minReadUnits * perUnitMonth.read + capacity.minWriteUnits * perUnitMonth.write)} at least, ${dollars(capacity.maxReadUnits * perUnitMonth.read + capacity.maxWriteUnits * perUnitMonth.write)} at most${replicaRegions.length > 0 ? ", again for each replica's writes and storage" : ""}`;
      return {
        what: `DynamoDB, ${capacity.kind === "onDemand" ? "on demand" : "provisioned and scaled"}, sessions end by TTL`,
        survives: replicaRegions.length === 0 ? "a zone" : `a region (${replicaRegions.join(", ")})`,
        backup: "to any second of 35 days",
        cost: `${fixed}; ${perGiBMonth.table} a GiB`,
        alarms: names(planTableAlarms(name, name)),
      };
    }
    case "caches":
      return { ...describeCache(plan.config), alarms: names(planCacheAlarms(name, name, plan.config)) };
    case "buckets":
      return {
        what: "S3, versioned, requests logged",
        survives: "a zone",
        backup: `overwritten and deleted objects for ${plan.config.noncurrentVersionDays} days`,
        cost: `${perGiBMonth.bucket} a GiB`,
        alarms: names(planBucketAlarms(name, name)),
      };
    case "fileSystems":
      return {
        what: `EFS, ${plan.config.throughput} throughput, one access point`,
        survives: "a zone",
        backup: "daily, for 35 days (AWS Backup)",
        cost: `${perGiBMonth.fileSystem} a GiB`,
        alarms: names(planFileSystemAlarms(name, name, plan.config)),
      };
    default:
      return plan satisfies never;
  }
}

type DatabaseConfig = Extract<StorePlan, { family: "databases" }>["config"];
type CacheConfig = Extract<StorePlan, { family: "caches" }>["config"];

function databaseAlarms(name: string, config: DatabaseConfig) {
  if (config.kind !== "instance") return planClusterAlarms(name, name, config);
  const replicas = Array.from({ length: config.readReplicas }, (_, index) => `${index + 1}`);
  return planInstanceAlarms(name, name, config, replicas);
}

function describeDatabase(config: DatabaseConfig): Omit<StoreFacts, "alarms"> {
  const { engine, engineVersion, instanceClass, backupRetentionDays } = config;
  const speaks = `${engine === "postgres" ? "PostgreSQL" : "MySQL"} ${engineVersion}`;
  const logs = `logs: ${exportedLogs(config).join(", ")}`;
  const backup = `to any second of ${backupRetentionDays} days`;
  switch (config.kind) {
    case "instance": {
      const servers = (config.multiAz ? 2 : 1) + config.readReplicas;
      const copies = config.backupCopyRegion;
      return {
        what: `${speaks} on ${instanceClass}${config.multiAz ? " with a standby" : ""}${config.readReplicas > 0 ? `, ${config.readReplicas} to read from` : ""}; ${logs}`,
        survives: config.multiAz ? "a zone, after a minute or two" : "nothing: restored from backup",
        backup: copies === undefined ? backup : `${backup}, in ${copies} as well`,
        cost: sum(
          servers,
          `${instanceClass} ${engine}`,
          config.storageGiB * servers * perGiBMonth.databaseStorage,
        ),
      };
    }
    case "multiAzCluster":
      return {
        what: `${speaks} on three ${instanceClass}, two of them to read from; ${logs}`,
        survives: "a zone, after half a minute",
        backup,
        cost: sum(3, `${instanceClass} ${engine}`, config.storageGiB * 3 * perGiBMonth.databaseStorage),
      };
    case "aurora":
      return {
        what: `Aurora ${speaks} on ${config.instances} ${instanceClass}; ${logs}`,
        survives: config.instances > 1 ? "a zone, after half a minute" : "a zone, once a new instance runs",
        backup,
        cost: `${sum(config.instances, `${instanceClass} ${auroraEngineName(engine)}`, 0)} and ${perGiBMonth.auroraStorage} a GiB`,
      };
    default:
      return config satisfies never;
  }
}

function describeCache(config: CacheConfig): Omit<StoreFacts, "alarms"> {
  switch (config.kind) {
    case "replicationGroup":
      return {
        what: `${config.engine} ${config.engineVersion} on ${config.nodes} ${config.nodeType}, a user for each workload, by IAM`,
        survives: config.nodes > 1 ? "a zone, after seconds" : "nothing: begins empty",
        backup: snapshots(config.snapshotRetentionDays),
        cost: sum(config.nodes, `${config.nodeType} ${config.engine}`, 0),
      };
    case "serverless":
      return {
        what: `${config.engine} ${config.majorVersion}, serverless, a user for each workload, by IAM`,
        survives: "a zone",
        backup: snapshots(config.snapshotRetentionDays),
        cost: `${config.engine === "valkey" ? perGiBMonth.serverlessValkey : perGiBMonth.serverlessRedis} a GB, up to ${config.maxStorageGB} GB, and by request`,
      };
    case "memcached":
      return {
        what: `Memcached ${config.engineVersion} on ${config.nodes} ${config.nodeType}, no login`,
        survives: config.nodes > 1 ? "a zone, less what was there" : "nothing: begins empty",
        backup: "none: Memcached has none",
        cost: sum(config.nodes, `${config.nodeType} memcached`, 0),
      };
    default:
      return config satisfies never;
  }
}

function snapshots(days: number): string {
  return days === 0 ? "none" : `daily snapshots for ${days} days`;
}

function sum(count: number, priced: string, rest: number): string {
  const each = monthlyByClass[priced];
  return each === undefined ? `${priced}: not priced here` : dollars(count * each + rest);
}

function dollars(amount: number): string {
  return `$${Math.round(amount).toLocaleString("en-US")}`;
}
