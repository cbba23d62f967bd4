import { Got } from "../../got";
import { defineRule } from "../../rule";

const cluster = { nodeType: "db.t4g.small" };

export const memorydbClusterAuthenticates = defineRule({
  id: "memorydb-cluster-authenticates",
  title: "MemoryDB clusters ask their clients who they are.",
  severity: "medium",
  type: "aws:memorydb/cluster:Cluster",
  remedy: 'Set aclName to an access control list other than "open-access".',
  references: [
    {
      title: "Authenticating users with Access Control Lists",
      url: "https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html",
    },
  ],
  evaluate: ({ aclName }) => {
    if (typeof aclName === "string" && aclName !== "open-access") return [];
    const got = Got.of(aclName, ["open-access"]);
    return [{ path: "aclName", expected: "an access control list of users", got }];
  },
  examples: {
    pass: [{ name: "knows its users", properties: { ...cluster, aclName: "app" } }],
    fail: [
      {
        name: "serves whoever reaches it",
        properties: { ...cluster, aclName: "open-access" },
        finds: ['aclName: expected an access control list of users, got "open-access"'],
      },
    ],
  },
});
