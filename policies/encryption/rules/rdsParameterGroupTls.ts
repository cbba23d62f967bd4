import { defineRule } from "../../rule";
import { findOptionalTls } from "../parameterGroup";
import { rdsTlsParameters } from "../rdsTlsParameters";

export const rdsParameterGroupTls = defineRule({
  id: "rds-parameter-group-tls-forced",
  title: "Database instances refuse connections without TLS.",
  severity: "high",
  type: "aws:rds/parameterGroup:ParameterGroup",
  remedy: 'Set the parameter rds.force_ssl or require_secure_transport to "1".',
  references: [
    {
      title: "Using SSL/TLS to encrypt a connection to a DB instance",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html",
    },
  ],
  evaluate: (group) => findOptionalTls(group, rdsTlsParameters),
  examples: {
    pass: [
      {
        name: "forces TLS on PostgreSQL",
        properties: { family: "postgres14", parameters: [{ name: "rds.force_ssl", value: "1" }] },
      },
      {
        name: "forces TLS on MySQL, among other parameters",
        properties: {
          family: "mysql8.4",
          parameters: [
            { name: "slow_query_log", value: "1" },
            { name: "require_secure_transport", value: "ON" },
          ],
        },
      },
      { name: "is of a version that forces TLS by default", properties: { family: "postgres17" } },
      { name: "is of a version of MariaDB that does so", properties: { family: "mariadb11.8" } },
      { name: "is of a version of MySQL that does so", properties: { family: "mysql9.7" } },
      { name: "is of an engine that has no such parameter", properties: { family: "oracle-ee-19" } },
      {
        name: "is of Aurora, where the cluster's group decides",
        properties: { family: "aurora-postgresql16" },
      },
    ],
    fail: [
      {
        name: "is of a version that does not force TLS by default",
        properties: { family: "postgres14" },
        finds: ['parameters: expected rds.force_ssl = "1", got no value'],
      },
      {
        name: "sets other parameters only",
        properties: { family: "mysql8.0", parameters: [{ name: "slow_query_log", value: "1" }] },
        finds: ['parameters: expected require_secure_transport = "1", got no value'],
      },
      {
        name: "switches the default of its version off",
        properties: { family: "postgres16", parameters: [{ name: "rds.force_ssl", value: "0" }] },
        finds: ['parameters[0].value: expected "1", got "0"'],
      },
      {
        name: "is of SQL Server, which forces TLS in no version by default",
        properties: { family: "sqlserver-se-16.0" },
        finds: ['parameters: expected rds.force_ssl = "1", got no value'],
      },
      {
        name: "is of an older MariaDB",
        properties: { family: "mariadb10.11" },
        finds: ['parameters: expected require_secure_transport = "1", got no value'],
      },
    ],
  },
});
