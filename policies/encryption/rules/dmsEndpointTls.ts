import { requireSetting } from "../requireSetting";

/** The engines that are reached by a connection with a TLS mode of this name; the others have settings of their own. */
const engines = new Set([
  "aurora",
  "aurora-postgresql",
  "aurora-postgresql-serverless",
  "aurora-serverless",
  "azuredb",
  "azure-sql-managed-instance",
  "babelfish",
  "db2",
  "db2-zos",
  "docdb",
  "mariadb",
  "mongodb",
  "mysql",
  "oracle",
  "postgres",
  "sqlserver",
  "sybase",
]);

export const dmsEndpointTls = requireSetting({
  id: "dms-endpoint-tls",
  title: "Migrations reach their databases over TLS.",
  severity: "medium",
  type: "aws:dms/endpoint:Endpoint",
  property: "sslMode",
  expected: ["require", "verify-ca", "verify-full"],
  others: ["none"],
  leftOut: "violates",
  exempt: {
    when: ({ engineName }) => !engines.has(engineName),
    examples: [
      {
        name: "writes to S3, which has no such mode",
        properties: { endpointId: "lake", endpointType: "target", engineName: "s3" },
      },
    ],
  },
  fsbp: "DMS.9",
  references: [
    {
      title: "Using SSL with AWS Database Migration Service",
      url: "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html",
    },
  ],
  rest: { endpointId: "orders", endpointType: "source", engineName: "postgres" },
});
