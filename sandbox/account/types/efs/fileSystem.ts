import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { findDependents } from "../dependents";
import { findKey } from "../kms/references";
import { block, flag, given, text } from "../reading";
import { tokens } from "../tokens";

const CREATE = "EFS: CreateFileSystem";

/** Not modelled: files, sizes, replication, one-zone storage. */
export const fileSystem: ResourceType = {
  token: tokens.fileSystem,
  source: "internal/service/efs/file_system.go",
  replaceOn: ["availabilityZoneName", "creationToken", "encrypted", "kmsKeyId", "performanceMode"],
  autoName: "none",
  defaults: { throughputMode: "bursting" },
  computed: [
    "arn",
    "availabilityZoneId",
    "availabilityZoneName",
    "creationToken",
    "dnsName",
    "encrypted",
    "kmsKeyId",
    "name",
    "numberOfMountTargets",
    "ownerId",
    "performanceMode",
    "protection",
    "sizeInBytes",
  ],
  validate: (inputs) =>
    given(inputs, "kmsKeyId") && flag(inputs, "encrypted") !== true
      ? [{ property: "encrypted", reason: "must be set to true when kmsKeyId is specified" }]
      : [],
  create(inputs, account) {
    const key = text(inputs, "kmsKeyId");
    if (key !== undefined && findKey(account, key) === undefined)
      throw new AwsError("BadRequest", CREATE, `Invalid KMS key ${key}`);
    const token = text(inputs, "creationToken") ?? account.newId("terraform");
    const taken = account.all(tokens.fileSystem).find(({ properties }) => properties.creationToken === token);
    if (taken !== undefined)
      throw new AwsError(
        "FileSystemAlreadyExists",
        CREATE,
        `File system '${taken.id}' already exists with creation token '${token}'`,
      );
    const id = account.newId("fs");
    return {
      id,
      outputs: {
        arn: regionalArn(account, "elasticfilesystem", `file-system/${id}`),
        availabilityZoneId: "",
        availabilityZoneName: "",
        creationToken: token,
        dnsName: `${id}.efs.${account.region}.amazonaws.com`,
        encrypted: flag(inputs, "encrypted") ?? false,
        kmsKeyId: key ?? "",
        name: text(block(inputs, "tags") ?? {}, "Name") ?? "",
        numberOfMountTargets: 0,
        ownerId: account.accountId,
        performanceMode: text(inputs, "performanceMode") ?? "generalPurpose",
        protection: inputs.protection ?? { replicationOverwrite: "ENABLED" },
        sizeInBytes: [{ value: 6144, valueInIa: 0, valueInStandard: 6144 }],
      },
    };
  },
  remove(id, _properties, account) {
    if (findDependents(account, id, [{ token: tokens.mountTarget, path: "fileSystemId" }]).length > 0)
      throw new AwsError(
        "FileSystemInUse",
        "EFS: DeleteFileSystem",
        `${id} has mount targets and cannot be deleted`,
      );
  },
};
