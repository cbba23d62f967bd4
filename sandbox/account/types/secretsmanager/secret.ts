import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { regionalArn } from "../arn";
import { checkJson } from "../iam/policyDocument";
import { findKey } from "../kms/references";
import { nameOf } from "../naming";
import { number, text } from "../reading";
import { tokens } from "../tokens";

/**
 * A secret without its value, which is a version's. Not modelled: replicas, rotation, and the days for which a deleted
 * secret keeps its name.
 */
export const secret: ResourceType = {
  token: tokens.secret,
  source: "internal/service/secretsmanager/secret.go",
  replaceOn: ["name", "namePrefix", "type"],
  unordered: ["replicas"],
  autoName: { property: "name", maxLength: 512 },
  defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
  computed: ["arn", "name", "namePrefix", "policy", "replicas"],
  validate(inputs) {
    const days = number(inputs, "recoveryWindowInDays");
    return [
      ...(days === undefined || days === 0 || (days >= 7 && days <= 30)
        ? []
        : [{ property: "recoveryWindowInDays", reason: `expected 0, or 7 to 30 days, got ${days}` }]),
      ...checkJson(inputs, "policy"),
    ];
  },
  create(inputs, account) {
    const operation = "Secrets Manager: CreateSecret";
    const name = nameOf(inputs, account);
    if (account.all(tokens.secret).some(({ properties }) => properties.name === name))
      throw new AwsError(
        "ResourceExistsException",
        operation,
        `The operation failed because the secret ${name} already exists.`,
      );
    const key = text(inputs, "kmsKeyId");
    if (key !== undefined && findKey(account, key) === undefined)
      throw new AwsError("ResourceNotFoundException", operation, "Secrets Manager can't find the KMS key.");
    const arn = regionalArn(account, "secretsmanager", `secret:${name}-${account.newId("0").slice(2, 8)}`);
    return {
      id: arn,
      outputs: {
        arn,
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        policy: text(inputs, "policy") ?? "",
        replicas: inputs.replicas ?? [],
      },
    };
  },
};
