import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { requireGroupsInSubnet, requireSubnet } from "../ec2/references";
import { checkJson, documentText, requireDocument } from "../iam/policyDocument";
import { block, text, texts } from "../reading";
import { tokens } from "../tokens";

/**
 * An interface to a file system in one subnet; one in each zone. Its id here names both, where the provider has the one
 * that only EFS knows: so that recovery can find it.
 */
export const mountTarget: ResourceType = {
  token: tokens.mountTarget,
  source: "internal/service/efs/mount_target.go",
  replaceOn: ["fileSystemId", "ipAddress", "ipAddressType", "subnetId"],
  unordered: ["securityGroups"],
  autoName: "none",
  computed: [
    "availabilityZoneId",
    "availabilityZoneName",
    "dnsName",
    "fileSystemArn",
    "ipAddress",
    "mountTargetDnsName",
    "networkInterfaceId",
    "ownerId",
    "securityGroups",
  ],
  create(inputs, account) {
    const operation = "EFS: CreateMountTarget";
    const system = requireFileSystem(inputs, account, operation);
    const subnet = requireSubnet(account, operation, text(inputs, "subnetId"));
    requireGroupsInSubnet(account, operation, texts(inputs, "securityGroups"), subnet);
    const zone = text(subnet.properties, "availabilityZone") ?? "";
    const rival = account
      .all(tokens.mountTarget)
      .some(
        ({ properties }) => properties.fileSystemId === system.id && properties.availabilityZoneName === zone,
      );
    if (rival)
      throw new AwsError(
        "MountTargetConflict",
        operation,
        `mount target already exists in this AZ (${zone})`,
      );
    const dnsName = text(system.properties, "dnsName") ?? "";
    return {
      id: mountTargetId(inputs),
      outputs: {
        availabilityZoneId: text(subnet.properties, "availabilityZoneId") ?? "",
        availabilityZoneName: zone,
        dnsName,
        fileSystemArn: text(system.properties, "arn") ?? "",
        ipAddress: text(inputs, "ipAddress") ?? "10.0.0.10",
        mountTargetDnsName: `${zone}.${dnsName}`,
        networkInterfaceId: account.newId("eni"),
        ownerId: account.accountId,
        securityGroups: inputs.securityGroups ?? [],
      },
    };
  },
  naturalId: mountTargetId,
};

function mountTargetId(inputs: Properties): string {
  return `${text(inputs, "fileSystemId") ?? ""}/${text(inputs, "subnetId") ?? ""}`;
}

/** A way into a file system as one user, at one directory. */
export const accessPoint: ResourceType = {
  token: tokens.accessPoint,
  source: "internal/service/efs/access_point.go",
  replaceOn: ["fileSystemId", "posixUser", "rootDirectory"],
  autoName: "none",
  computed: ["arn", "fileSystemArn", "ownerId", "rootDirectory"],
  create(inputs, account) {
    const system = requireFileSystem(inputs, account, "EFS: CreateAccessPoint");
    const id = account.newId("fsap");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "elasticfilesystem", `access-point/${id}`),
        fileSystemArn: text(system.properties, "arn") ?? "",
        ownerId: account.accountId,
        rootDirectory: inputs.rootDirectory ?? { path: "/" },
      },
    };
  },
};

/** Whether AWS Backup takes a daily backup that it keeps for 35 days. */
export const backupPolicy: ResourceType = {
  token: tokens.fileSystemBackupPolicy,
  source: "internal/service/efs/backup_policy.go",
  replaceOn: ["fileSystemId"],
  autoName: "none",
  deleteBeforeReplace: true,
  computed: [],
  validate(inputs) {
    const status = text(block(inputs, "backupPolicy") ?? {}, "status");
    return status === undefined || ["DISABLED", "ENABLED"].includes(status)
      ? []
      : [{ property: "backupPolicy.status", reason: `expected one of DISABLED, ENABLED, got "${status}"` }];
  },
  create(inputs, account) {
    return { id: requireFileSystem(inputs, account, "EFS: PutBackupPolicy").id, outputs: {} };
  },
  naturalId: (inputs) => text(inputs, "fileSystemId") ?? "",
};

export const fileSystemPolicy: ResourceType = {
  token: tokens.fileSystemPolicy,
  source: "internal/service/efs/file_system_policy.go",
  replaceOn: ["fileSystemId"],
  autoName: "none",
  deleteBeforeReplace: true,
  defaults: { bypassPolicyLockoutSafetyCheck: false },
  computed: [],
  validate: (inputs) => checkJson(inputs, "policy"),
  create(inputs, account) {
    const operation = "EFS: PutFileSystemPolicy";
    const { id } = requireFileSystem(inputs, account, operation);
    requireDocument("InvalidPolicyException", operation, documentText(inputs, "policy") ?? "", "resource");
    return { id, outputs: {} };
  },
  update(_id, _olds, news) {
    requireDocument(
      "InvalidPolicyException",
      "EFS: PutFileSystemPolicy",
      documentText(news, "policy") ?? "",
      "resource",
    );
    return {};
  },
  naturalId: (inputs) => text(inputs, "fileSystemId") ?? "",
};

function requireFileSystem(inputs: Properties, account: AccountView, operation: string): Entry {
  const id = text(inputs, "fileSystemId") ?? "";
  const system = account.find(tokens.fileSystem, id);
  if (system === undefined)
    throw new AwsError("FileSystemNotFound", operation, `File system '${id}' does not exist.`);
  return system;
}
