import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { requireSubnet } from "../ec2/references";
import { nameOf } from "../naming";
import { text, texts } from "../reading";
import { tokens } from "../tokens";

/** The subnets that a cache may stand in. */
export const cacheSubnetGroup: ResourceType = {
  token: tokens.cacheSubnetGroup,
  source: "internal/service/elasticache/subnet_group.go",
  replaceOn: ["name"],
  unordered: ["subnetIds"],
  autoName: { property: "name", maxLength: 255, transform: (name) => name.toLowerCase() },
  defaults: { description: "Managed by Pulumi" },
  computed: ["arn", "vpcId"],
  create(inputs, account) {
    const operation = "ElastiCache: CreateCacheSubnetGroup";
    const name = nameOf(inputs, account);
    if (account.find(tokens.cacheSubnetGroup, name) !== undefined)
      throw new AwsError(
        "CacheSubnetGroupAlreadyExists",
        operation,
        `Cache subnet group ${name} already exists.`,
      );
    const [first] = texts(inputs, "subnetIds").map((id) => requireSubnet(account, operation, id));
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "elasticache", `subnetgroup:${name}`),
        vpcId: text(first?.properties ?? {}, "vpcId") ?? "",
      },
    };
  },
  remove(id, _properties, account) {
    const users = [tokens.replicationGroup, tokens.cacheCluster].map((token) => ({
      token,
      path: "subnetGroupName",
    }));
    if (findDependents(account, id, users).length > 0)
      throw new AwsError(
        "CacheSubnetGroupInUse",
        "ElastiCache: DeleteCacheSubnetGroup",
        `Cache subnet group ${id} is currently in use by a cache cluster.`,
      );
  },
};

/** Not modelled: which parameters a family has. */
export const cacheParameterGroup: ResourceType = {
  token: tokens.cacheParameterGroup,
  source: "internal/service/elasticache/parameter_group.go",
  replaceOn: ["description", "family", "name"],
  unordered: ["parameters"],
  autoName: { property: "name", maxLength: 255, transform: (name) => name.toLowerCase() },
  defaults: { description: "Managed by Pulumi" },
  computed: ["arn"],
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.find(tokens.cacheParameterGroup, name) !== undefined)
      throw new AwsError(
        "CacheParameterGroupAlreadyExists",
        "ElastiCache: CreateCacheParameterGroup",
        `Parameter group ${name} already exists`,
      );
    return { id: name, outputs: { arn: regionalArn(account, "elasticache", `parametergroup:${name}`) } };
  },
  remove(id, _properties, account) {
    const users = [tokens.replicationGroup, tokens.cacheCluster].map((token) => ({
      token,
      path: "parameterGroupName",
    }));
    if (findDependents(account, id, users).length > 0)
      throw new AwsError(
        "InvalidCacheParameterGroupState",
        "ElastiCache: DeleteCacheParameterGroup",
        `One or more cache clusters are still members of this parameter group ${id}`,
      );
  },
};
