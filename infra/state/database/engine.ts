import type { DatabaseConfig } from "../../config/sections/stores/databases";

export type Engine = DatabaseConfig["engine"];

/** The account that RDS makes and whose password it keeps and rotates. Services log in as users of their own. */
export const masterUser = "bakeline";

export const ports: Readonly<Record<Engine, number>> = { postgres: 5432, mysql: 3306 };

/** As RDS calls it: Aurora's engines have names of their own. */
export function engineName({ kind, engine }: Pick<DatabaseConfig, "kind" | "engine">): string {
  return kind === "aurora" ? auroraEngineName(engine) : engine;
}

export function auroraEngineName(engine: Engine): "aurora-postgresql" | "aurora-mysql" {
  return engine === "postgres" ? "aurora-postgresql" : "aurora-mysql";
}

/** The family of parameter groups: `postgres17`, `mysql8.4`, `aurora-postgresql17`. */
export function parameterFamily(config: Pick<DatabaseConfig, "kind" | "engine" | "engineVersion">): string {
  return `${engineName(config)}${config.engineVersion}`;
}

/** What makes the engine refuse a connection without TLS. Both take effect without a restart. */
const tlsParameters: Readonly<Record<Engine, string>> = {
  postgres: "rds.force_ssl",
  mysql: "require_secure_transport",
};

/** The parameters in which a database differs from RDS's defaults, of an instance or a cluster. */
export function planParameterGroup(identifier: string, config: DatabaseConfig) {
  return {
    name: identifier,
    family: parameterFamily(config),
    parameters: [{ name: tlsParameters[config.engine], value: "1", applyMethod: "immediate" }],
  };
}

/** The logs that the engine exports to CloudWatch Logs; general and audit logs would hold what people store. */
export function exportedLogs({ kind, engine }: Pick<DatabaseConfig, "kind" | "engine">): readonly string[] {
  if (engine === "mysql") return ["error", "slowquery"];
  return kind === "aurora" ? ["postgresql"] : ["postgresql", "upgrade"];
}

/** Read replicas of an instance; other kinds have none of their own. */
export function replicaIdentifiers(identifier: string, { readReplicas }: { readReplicas: number }): string[] {
  return Array.from({ length: readReplicas }, (_, index) => `${identifier}-replica-${index + 1}`);
}

/**
 * RDS writes into groups of these names, and makes them, without key or end, where they are not there.
 * @returns of each its `suffix`, after the database's identifier
 */
export function logGroupNames(
  identifier: string,
  config: DatabaseConfig,
): { suffix: string; name: string }[] {
  const kind = config.kind === "instance" ? "instance" : "cluster";
  const servers = [identifier, ...(config.kind === "instance" ? replicaIdentifiers(identifier, config) : [])];
  return servers.flatMap((server) =>
    exportedLogs(config).map((log) => ({
      suffix: `${server.slice(identifier.length)}-${log}`,
      name: `/aws/rds/${kind}/${server}/${log}`,
    })),
  );
}

/** A workload's user in the database. Hyphens would need quoting in SQL everywhere. */
export function databaseUser(workload: string): string {
  return workload.replaceAll("-", "_");
}
