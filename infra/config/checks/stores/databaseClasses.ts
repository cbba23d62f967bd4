import { type Finding, type SettingPath, wrong } from "../../finding";
import type { DatabaseConfig } from "../../sections/stores/databases";

/**
 * Classes with disks of their own, which a Multi-AZ cluster needs. Known when written, not read from this page, which AWS
 * extends:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html#multi-az-db-clusters-concepts.InstanceAvailability, 2026-11
 */
const clusterFamilies = [
  ...["c6gd", "m5d", "m6gd", "m6id", "m6idn", "m8gd"],
  ...["r5d", "r6gd", "r6id", "r6idn", "r8gd", "x2iedn"],
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Types.html, 2026-11 */
const auroraClasses = /^db\.(r\d[a-z]*\.|x2g\.|t3\.(medium|large)$|t4g\.(medium|large)$)/;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html#Overview.Encryption.Availability, 2026-11 */
const withoutEncryption = /^db\.(m1\.|m2\.|t1\.|t2\.micro$)/;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.Engines.html, 2026-11 */
const mysqlWithoutInsights = /^db\.(t2|t3|t4g)\.(micro|small)$/;
/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.Engines.html, 2026-11 */
const auroraMysqlWithoutInsights = /^db\.(t2\.|t3\.|t4g\.(micro|small)$)/;

/** Whether AWS has a class for what every database here is: encrypted, of its kind, with Performance Insights. */
export function instanceClassProblems(path: SettingPath, database: DatabaseConfig): Finding[] {
  const { kind, engine, instanceClass } = database;
  const at = [...path, "instanceClass"];
  if (withoutEncryption.test(instanceClass))
    return [
      wrong(at, "a class that can encrypt its storage", "choose a newer generation, such as db.t4g.medium"),
    ];
  if (kind === "multiAzCluster" && !isClusterClass(instanceClass))
    return [
      wrong(
        at,
        `a class of ${clusterFamilies.map((family) => `db.${family}`).join(", ")}, of which only db.c6gd has a medium`,
        "choose one of these, or kind: instance with multiAz",
      ),
    ];
  if (kind === "aurora" && !auroraClasses.test(instanceClass))
    return [
      wrong(
        at,
        "a class that Aurora has: db.r…, db.x2g, or medium and large of db.t3 and db.t4g",
        "choose one of these, or another kind",
      ),
    ];
  if (
    engine === "mysql" &&
    (kind === "aurora" ? auroraMysqlWithoutInsights : mysqlWithoutInsights).test(instanceClass)
  )
    return [
      wrong(at, "a class that has Performance Insights with MySQL", "choose db.t4g.medium or a larger one"),
    ];
  return [];
}

function isClusterClass(instanceClass: string): boolean {
  const [, family = "", size] = instanceClass.split(".");
  return clusterFamilies.includes(family) && (size !== "medium" || family === "c6gd");
}
