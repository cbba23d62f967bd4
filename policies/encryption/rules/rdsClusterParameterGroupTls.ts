import { defineRule } from "../../rule";
import { findOptionalTls } from "../parameterGroup";
import { rdsClusterTlsParameters } from "../rdsTlsParameters";

export const rdsClusterParameterGroupTls = defineRule({
  id: "rds-cluster-parameter-group-tls-forced",
  title: "Aurora and Multi-AZ clusters refuse connections without TLS.",
  severity: "high",
  type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  remedy: 'Set the parameter rds.force_ssl or require_secure_transport to "1".',
  references: [
    {
      title: "Using SSL/TLS to encrypt a connection to a DB cluster",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html",
    },
  ],
  evaluate: (group) => findOptionalTls(group, rdsClusterTlsParameters),
  examples: {
    pass: [
      {
        name: "forces TLS on Aurora PostgreSQL",
        properties: { family: "aurora-postgresql16", parameters: [{ name: "rds.force_ssl", value: "1" }] },
      },
      {
        name: "forces TLS on Aurora MySQL",
        properties: {
          family: "aurora-mysql8.0",
          parameters: [{ name: "require_secure_transport", value: "ON" }],
        },
      },
      { name: "is of a version that forces TLS by default", properties: { family: "aurora-postgresql17" } },
      { name: "is of a Multi-AZ cluster that does so", properties: { family: "postgres16" } },
    ],
    fail: [
      {
        name: "is of a version that does not force TLS by default",
        properties: { family: "aurora-postgresql16" },
        finds: ['parameters: expected rds.force_ssl = "1", got no value'],
      },
      {
        name: "switches TLS off",
        properties: {
          family: "aurora-mysql8.0",
          parameters: [{ name: "require_secure_transport", value: "OFF" }],
        },
        finds: ['parameters[0].value: expected "1", got "OFF"'],
      },
    ],
  },
});
