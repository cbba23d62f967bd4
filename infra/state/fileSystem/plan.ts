import type { PolicyStatement } from "../../account/policyDocument";
import type { FileSystemConfig } from "../../config/sections/stores/fileSystems";
import type { AlarmRow } from "../storeAlarms";

/** NFS. */
export const nfsPort = 2049;

/** Where the access point begins: a mistake of a service never reaches the file system's root. */
export const accessPointPath = "/files";

/** The file system less its key, which only AWS can name. */
export function planFileSystem(name: string, { throughput, infrequentAccessAfterDays }: FileSystemConfig) {
  return {
    creationToken: name,
    encrypted: true,
    throughputMode: throughput,
    lifecyclePolicies:
      infrequentAccessAfterDays === undefined
        ? []
        : [
            { transitionToIa: `AFTER_${infrequentAccessAfterDays}_DAYS` },
            { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
          ],
  };
}

/** Everybody who mounts is the same user, and sees the same directory. */
export function planAccessPoint({ userId }: FileSystemConfig) {
  return {
    posixUser: { uid: userId, gid: userId },
    rootDirectory: {
      path: accessPointPath,
      creationInfo: { ownerUid: userId, ownerGid: userId, permissions: "0750" },
    },
  };
}

/** Nobody without TLS. Who may mount is for each workload's role to say. */
export function planFileSystemStatements(accountArn: string, fileSystemArn: string): PolicyStatement[] {
  return [
    {
      Sid: "IdentitiesDecide",
      Effect: "Allow",
      Principal: { AWS: accountArn },
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      Resource: fileSystemArn,
      Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
    },
    {
      Sid: "RefuseWithoutTls",
      Effect: "Deny",
      Principal: "*",
      Action: "*",
      Resource: fileSystemArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

export function planFileSystemAlarms<Id>(
  store: string,
  fileSystemId: Id,
  { throughput }: FileSystemConfig,
): AlarmRow<Id>[] {
  const row = {
    namespace: "AWS/EFS",
    dimensions: { FileSystemId: fileSystemId },
    comparison: "GreaterThanOrEqualToThreshold",
    periodSeconds: 300,
    evaluationPeriods: 3,
    // Nothing is reported while nobody asks for anything.
    treatMissingData: "notBreaching",
  } as const;
  const ioLimit = {
    ...row,
    name: "io-limit",
    description: `${store} is at the limit of its operations; files become slow for everybody.`,
    metricName: "PercentIOLimit",
    statistic: "Average",
    threshold: 95,
  } as const;
  if (throughput === "elastic") return [ioLimit];
  return [
    ioLimit,
    {
      ...row,
      name: "burst-credits",
      description: `${store} has used most of its burst credits; soon it is as slow as its size.`,
      metricName: "BurstCreditBalance",
      statistic: "Minimum",
      comparison: "LessThanOrEqualToThreshold",
      // A tenth of what every file system begins with (2.1 TiB): https://docs.aws.amazon.com/efs/latest/ug/performance.html
      threshold: 0.21 * 2 ** 40,
    },
  ];
}
