import { Got } from "../../got";
import { defineRule } from "../../rule";
import { isProduction } from "../production";
import { isTrue } from "../values";

export const databaseMultiAz = defineRule({
  id: "rds-instance-multi-az",
  title: "Databases in production have a standby in another zone.",
  severity: "medium",
  type: "aws:rds/instance:Instance",
  remedy: "Set multiAz to true.",
  fsbp: "RDS.5",
  references: [
    {
      title: "RDS.5: instances should be configured with multiple Availability Zones",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5",
    },
  ],
  evaluate: ({ multiAz, replicateSourceDb, tags }, _, context) => {
    if (isTrue(multiAz) || replicateSourceDb != null || !isProduction(context, tags)) return [];
    return [{ path: "multiAz", expected: "true in production", got: Got.of(multiAz) }];
  },
  examples: {
    pass: [
      { name: "has a standby", properties: { instanceClass: "db.m6g.large", multiAz: true } },
      { name: "is for development", environment: "dev", properties: { instanceClass: "db.t4g.micro" } },
      { name: "is a replica", properties: { instanceClass: "db.m6g.large", replicateSourceDb: "db" } },
    ],
    fail: [
      {
        name: "is alone",
        properties: { instanceClass: "db.m6g.large", multiAz: false },
        finds: ["multiAz: expected true in production, got false"],
      },
      {
        name: "leaves it out, which is alone",
        properties: { instanceClass: "db.m6g.large" },
        finds: ["multiAz: expected true in production, got no value"],
      },
    ],
  },
});
