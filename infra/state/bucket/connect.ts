import type { Account } from "../../account/account";
import { type Connection, mayWrite, statementId, type WorkloadUse } from "../connection";
import { planKeyStatement } from "../keyStatements";

export interface BucketFacts {
  readonly store: string;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** Objects and their list; versions, policies and settings are the program's. */
export function connectBucket(
  account: Account,
  { store, bucketName, bucketArn, keyArn }: BucketFacts,
  { access }: WorkloadUse,
): Connection {
  const writes = mayWrite(access) ? ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"] : [];
  return {
    endpoint: bucketName,
    facts: { region: account.region },
    statements: [
      {
        Sid: statementId(store, "List"),
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: bucketArn,
      },
      {
        Sid: statementId(store, "Objects"),
        Effect: "Allow",
        Action: ["s3:GetObject", ...writes],
        Resource: `${bucketArn}/*`,
      },
      planKeyStatement(account, {
        sid: statementId(store, "Key"),
        keyArn,
        actions: mayWrite(access) ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"],
        service: "s3",
        // Of a bucket with a bucket key, S3 sends the bucket's ARN, not the object's.
        context: ["aws:s3:arn", bucketArn],
      }),
    ],
  };
}
