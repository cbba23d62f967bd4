import type { Account } from "../../account/account";
import { type Connection, mayWrite, statementId, type WorkloadUse } from "../connection";
import { nfsPort } from "./plan";

export interface FileSystemFacts {
  readonly store: string;
  readonly fileSystemId: string;
  readonly fileSystemArn: string;
  readonly accessPointId: string;
  readonly accessPointArn: string;
}

/** Mounting by the access point only; never as root. EFS decrypts by itself, so no right to the key is needed. */
export function connectFileSystem(
  { region }: Account,
  { store, fileSystemId, fileSystemArn, accessPointId, accessPointArn }: FileSystemFacts,
  { access }: WorkloadUse,
): Connection {
  return {
    endpoint: fileSystemId,
    port: nfsPort,
    facts: { region, accessPoint: accessPointId, mountOptions: "_netdev,tls,iam" },
    statements: [
      {
        Sid: statementId(store, "Mount"),
        Effect: "Allow",
        Action: [
          "elasticfilesystem:ClientMount",
          ...(mayWrite(access) ? ["elasticfilesystem:ClientWrite"] : []),
        ],
        Resource: fileSystemArn,
        Condition: { ArnEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } },
      },
    ],
  };
}
