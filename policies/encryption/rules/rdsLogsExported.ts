import { Got } from "../../got";
import { defineRule } from "../../rule";

export const rdsLogsExported = defineRule({
  id: "rds-logs-exported",
  title:
    "Databases send their logs to CloudWatch Logs, where they are kept under the log group's key and outlive the database.",
  severity: "low",
  type: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  remedy:
    'Set enabledCloudwatchLogsExports to the logs of the engine, e.g. ["postgresql", "upgrade"] or ["audit", "error", "slowquery"].',
  fsbp: "RDS.9",
  references: [
    {
      title: "Publishing database logs to Amazon CloudWatch Logs",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
    },
  ],
  evaluate: ({ enabledCloudwatchLogsExports: logs }) => {
    if (logs?.some((log) => typeof log === "string")) return [];
    return [{ path: "enabledCloudwatchLogsExports", expected: "the engine's logs", got: Got.of(logs) }];
  },
  examples: {
    pass: [
      {
        name: "sends its logs",
        properties: {
          instanceClass: "db.t4g.medium",
          enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        },
      },
      {
        name: "is a cluster that sends its logs",
        type: "aws:rds/cluster:Cluster",
        properties: { engine: "aurora-mysql", enabledCloudwatchLogsExports: ["audit", "error"] },
      },
    ],
    fail: [
      {
        name: "keeps its logs to itself",
        properties: { instanceClass: "db.t4g.medium" },
        finds: ["enabledCloudwatchLogsExports: expected the engine's logs, got no value"],
      },
      {
        name: "is a cluster that sends none",
        type: "aws:rds/cluster:Cluster",
        properties: { engine: "aurora-mysql", enabledCloudwatchLogsExports: [] },
        finds: ["enabledCloudwatchLogsExports: expected the engine's logs, got a list of 0"],
      },
    ],
  },
});
