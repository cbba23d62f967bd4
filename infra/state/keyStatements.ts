import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";
import { domainOf } from "../config/awsRegions";

/**
 * A role's use of the key of the stores, for one store only: through the service that asks KMS in its name, and for
 * what that service says it is decrypting. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export interface KeyUse {
  readonly sid: string;
  readonly keyArn: string;
  readonly actions: readonly ("kms:Decrypt" | "kms:GenerateDataKey")[];
  readonly service: "dynamodb" | "s3" | "secretsmanager";
  /** The encryption context that the service sends along: name and value. */
  readonly context: readonly [name: string, value: string];
}

export function planKeyStatement({ region, partition }: Account, use: KeyUse): PolicyStatement {
  const [name, value] = use.context;
  return {
    Sid: use.sid,
    Effect: "Allow",
    Action: use.actions,
    Resource: use.keyArn,
    Condition: {
      StringEquals: {
        "kms:ViaService": `${use.service}.${region}.${domainOf(partition)}`,
        [`kms:EncryptionContext:${name}`]: value,
      },
    },
  };
}
