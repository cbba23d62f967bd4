/** The parameter group family of an engine and version, e.g. `postgres17`, `mysql8.4`, `aurora-postgresql17`. */
export function familyOf(engine: string, version: string): string {
  const [major = "", minor = ""] = version.split(".");
  return engine.endsWith("mysql") ? `${engine}${major}.${minor}` : `${engine}${major}`;
}

export function defaultPortOf(engine: string): number {
  return engine.endsWith("mysql") ? 3306 : 5432;
}

/** `ExportableLogType` of the engines that the account knows. */
export function exportableLogsOf(engine: string): readonly string[] {
  if (engine === "aurora-postgresql") return ["iam-db-auth-error", "instance", "postgresql"];
  if (engine === "aurora-mysql")
    return ["audit", "error", "general", "iam-db-auth-error", "instance", "slowquery"];
  if (engine.endsWith("mysql")) return ["audit", "error", "general", "iam-db-auth-error", "slowquery"];
  return ["iam-db-auth-error", "postgresql", "upgrade"];
}
