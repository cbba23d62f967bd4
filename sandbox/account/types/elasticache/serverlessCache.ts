import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { requireSubnet } from "../ec2/references";
import { number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { checkId, requireSurroundings } from "./identity";

const CREATE = "ElastiCache: CreateServerlessCache";

/** Always encrypted, at rest and in transit. Not modelled: data, snapshots, what it costs. */
export const serverlessCache: ResourceType = {
  token: tokens.serverlessCache,
  source: "internal/service/elasticache/serverless_cache.go",
  replaceOn: [
    "engine",
    "kmsKeyId",
    "majorEngineVersion",
    "name",
    "networkType",
    "snapshotArnsToRestores",
    "subnetIds",
  ],
  unordered: ["securityGroupIds", "subnetIds"],
  autoName: { property: "name", maxLength: 40, transform: (name) => name.toLowerCase() },
  computed: [
    "arn",
    "createTime",
    "dailySnapshotTime",
    "description",
    "endpoints",
    "fullEngineVersion",
    "majorEngineVersion",
    "readerEndpoints",
    "securityGroupIds",
    "snapshotRetentionLimit",
    "status",
    "subnetIds",
  ],
  validate: (inputs) => [
    ...checkId(inputs, "name", 40),
    ...((number(inputs, "snapshotRetentionLimit") ?? 0) > 35
      ? [{ property: "snapshotRetentionLimit", reason: "expected at most 35 days" }]
      : []),
  ],
  create(inputs, account) {
    const name = text(inputs, "name") ?? "";
    if (account.find(tokens.serverlessCache, name) !== undefined)
      throw new AwsError(
        "ServerlessCacheAlreadyExistsFault",
        CREATE,
        `Serverless cache ${name} already exists.`,
      );
    requireSurroundings(inputs, account, CREATE);
    for (const subnet of texts(inputs, "subnetIds")) requireSubnet(account, CREATE, subnet);
    const group = text(inputs, "userGroupId");
    if (group !== undefined && account.find(tokens.cacheUserGroup, group) === undefined)
      throw new AwsError("UserGroupNotFound", CREATE, `User group ${group} not found.`);
    const version = text(inputs, "majorEngineVersion") ?? "8";
    const address = `${name}-a1b2c3.serverless.euw1.cache.amazonaws.com`;
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "elasticache", `serverlesscache:${name}`),
        createTime: account.now(),
        dailySnapshotTime: text(inputs, "dailySnapshotTime") ?? "03:00",
        description: text(inputs, "description") ?? "",
        endpoints: [{ address, port: 6379 }],
        fullEngineVersion: `${version}.0`,
        majorEngineVersion: version,
        readerEndpoints: [{ address, port: 6380 }],
        securityGroupIds: inputs.securityGroupIds ?? [],
        snapshotRetentionLimit: number(inputs, "snapshotRetentionLimit") ?? 0,
        status: "available",
        subnetIds: inputs.subnetIds ?? [],
      },
    };
  },
};
