import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";

export const clusterMultiAz = defineRule({
  id: "rds-cluster-multi-az",
  title: "Aurora clusters in production have at least two instances, which AWS keeps in different zones.",
  severity: "medium",
  type: "aws:rds/cluster:Cluster",
  sees: ["aws:rds/clusterInstance:ClusterInstance"],
  remedy: "Add a second ClusterInstance.",
  fsbp: "RDS.15",
  references: [
    {
      title: "RDS.15: clusters should be configured for multiple Availability Zones",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-15",
    },
  ],
  evaluate: ({ engineMode, dbClusterInstanceClass, clusterIdentifier, tags }, _, context) => {
    // Serverless v1 moves by itself; a Multi-AZ DB cluster, known by its instance class, has three of its own.
    if (engineMode === "serverless" || dbClusterInstanceClass != null || !isProduction(context, tags))
      return [];
    const instances = context.stack
      .all("aws:rds/clusterInstance:ClusterInstance")
      .filter(({ computedFrom, properties }) => {
        const from = computedFrom.clusterIdentifier;
        return from === undefined
          ? clusterIdentifier != null && properties.clusterIdentifier === clusterIdentifier
          : from.includes(context.urn);
      });
    // Without any, they are made elsewhere.
    if (instances.length !== 1) return [];
    return [{ path: "clusterIdentifier", expected: "two instances of the cluster", got: Got.of(1) }];
  },
  examples: {
    pass: [
      {
        name: "has two instances",
        properties: { engine: "aurora-mysql" },
        beside: ["a", "b"].map((name) => ({
          type: "aws:rds/clusterInstance:ClusterInstance",
          name,
          properties: { engine: "aurora-mysql", instanceClass: "db.r6g.large" },
          computedFrom: { clusterIdentifier: ["example"] },
        })),
      },
      {
        name: "is a Multi-AZ DB cluster",
        properties: { engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" },
      },
      { name: "has its instances elsewhere", properties: { engine: "aurora-mysql" } },
    ],
    fail: [
      {
        name: "has one instance",
        properties: { engine: "aurora-mysql" },
        beside: [
          {
            type: "aws:rds/clusterInstance:ClusterInstance",
            name: "a",
            properties: { engine: "aurora-mysql", instanceClass: "db.r6g.large" },
            computedFrom: { clusterIdentifier: ["example"] },
          },
        ],
        finds: ["clusterIdentifier: expected two instances of the cluster, got 1"],
      },
    ],
  },
});
