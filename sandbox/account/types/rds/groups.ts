import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { requireSubnet } from "../ec2/references";
import { nameOf } from "../naming";
import { text, texts } from "../reading";
import { tokens } from "../tokens";

/** Not modelled: which parameters a family has, and which of them wait for a reboot. */
export const rdsParameterGroup = parameterGroup({
  token: tokens.rdsParameterGroup,
  source: "internal/service/rds/parameter_group.go",
  kind: "DBParameterGroup",
  arn: "pg",
  users: [{ token: tokens.dbInstance, path: "parameterGroupName" }],
});

export const rdsClusterParameterGroup = parameterGroup({
  token: tokens.rdsClusterParameterGroup,
  source: "internal/service/rds/cluster_parameter_group.go",
  kind: "DBClusterParameterGroup",
  arn: "cluster-pg",
  users: [{ token: tokens.dbCluster, path: "dbClusterParameterGroupName" }],
});

/** The subnets that a database may stand in: of two zones at least. */
export const rdsSubnetGroup: ResourceType = {
  token: tokens.rdsSubnetGroup,
  source: "internal/service/rds/subnet_group.go",
  replaceOn: ["name", "namePrefix"],
  unordered: ["subnetIds"],
  autoName: { property: "name", maxLength: 255 },
  defaults: { description: "Managed by Pulumi" },
  computed: ["arn", "name", "namePrefix", "supportedNetworkTypes", "vpcId"],
  create(inputs, account) {
    const operation = "RDS: CreateDBSubnetGroup";
    const name = nameOf(inputs, account);
    if (account.find(tokens.rdsSubnetGroup, name) !== undefined)
      throw new AwsError(
        "DBSubnetGroupAlreadyExists",
        operation,
        `The DB subnet group '${name}' already exists.`,
      );
    const subnets = texts(inputs, "subnetIds").map((id) => requireSubnet(account, operation, id));
    const zones = [...new Set(subnets.map(({ properties }) => text(properties, "availabilityZone") ?? ""))];
    if (zones.length < 2)
      throw new AwsError(
        "DBSubnetGroupDoesNotCoverEnoughAZs",
        operation,
        `The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: ${zones.join(", ")}. Add subnets to cover at least 2 AZs.`,
      );
    return {
      id: name,
      outputs: {
        arn: regionalArn(account, "rds", `subgrp:${name}`),
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        supportedNetworkTypes: ["IPV4"],
        vpcId: text(subnets[0]?.properties ?? {}, "vpcId") ?? "",
      },
    };
  },
  remove(id, _properties, account) {
    const [user] = findDependents(account, id, [
      { token: tokens.dbInstance, path: "dbSubnetGroupName" },
      { token: tokens.dbCluster, path: "dbSubnetGroupName" },
    ]);
    if (user !== undefined)
      throw new AwsError(
        "InvalidDBSubnetGroupStateFault",
        "RDS: DeleteDBSubnetGroup",
        `Cannot delete the subnet group '${id}' because at least one database instance: ${user.id} is still using it.`,
      );
  },
};

function parameterGroup({
  token,
  source,
  kind,
  arn,
  users,
}: {
  token: string;
  source: string;
  kind: string;
  arn: string;
  users: readonly { token: string; path: string }[];
}): ResourceType {
  return {
    token,
    source,
    replaceOn: ["description", "family", "name", "namePrefix"],
    unordered: ["parameters"],
    autoName: { property: "name", maxLength: 255 },
    defaults: { description: "Managed by Pulumi" },
    computed: ["arn", "name", "namePrefix"],
    create(inputs, account) {
      const name = nameOf(inputs, account);
      if (account.find(token, name) !== undefined)
        throw new AwsError(
          "DBParameterGroupAlreadyExists",
          `RDS: Create${kind}`,
          `Parameter group ${name} already exists`,
        );
      return {
        id: name,
        outputs: {
          arn: regionalArn(account, "rds", `${arn}:${name}`),
          name,
          namePrefix: text(inputs, "namePrefix") ?? "",
        },
      };
    },
    remove(id, _properties, account) {
      if (findDependents(account, id, users).length > 0)
        throw new AwsError(
          "InvalidDBParameterGroupState",
          `RDS: Delete${kind}`,
          `One or more database instances are still members of this parameter group ${id}, so the group cannot be deleted`,
        );
    },
  };
}
