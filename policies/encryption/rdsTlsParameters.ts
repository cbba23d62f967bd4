import { isAtLeast, type TlsParameter } from "./parameterGroup";

const onAndOff = { on: "1", accepted: ["1", "on", "true"], refused: ["0", "off", "OFF", "false"] };

/**
 * By engine, from AWS's documentation as of November 2026. Oracle and Db2 have no such parameter.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.Requiring.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
 */
export const rdsTlsParameters: readonly TlsParameter[] = [
  { family: /^postgres\d/, name: "rds.force_ssl", ...onAndOff, isDefault: (it) => isAtLeast(it, 15) },
  { family: /^sqlserver-/, name: "rds.force_ssl", ...onAndOff, isDefault: () => false },
  {
    family: /^mysql\d/,
    name: "require_secure_transport",
    ...onAndOff,
    isDefault: (it) => isAtLeast(it, 9, 7),
  },
  // MariaDB has it since 10.5.
  {
    family: /^mariadb(10\.([5-9]|1\d)|1[1-9])/,
    name: "require_secure_transport",
    ...onAndOff,
    isDefault: (it) => isAtLeast(it, 11, 8),
  },
];

/**
 * Aurora has them in the group of the cluster, and Multi-AZ clusters too.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Compare-v3-v84.html
 */
export const rdsClusterTlsParameters: readonly TlsParameter[] = [
  {
    family: /^aurora-postgresql\d/,
    name: "rds.force_ssl",
    ...onAndOff,
    isDefault: (it) => isAtLeast(it, 17),
  },
  {
    family: /^aurora-mysql\d/,
    name: "require_secure_transport",
    ...onAndOff,
    isDefault: (it) => isAtLeast(it, 8, 4),
  },
  ...rdsTlsParameters,
];
