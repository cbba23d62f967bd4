import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { given, text } from "../reading";
import { tokens } from "../tokens";

/**
 * A secret's value. Its id here is the secret's ARN and the current stage, where the provider has the version's id,
 * which only Secrets Manager knows: so that recovery can find one. Not modelled: older versions, stages of one's own.
 */
export const secretVersion: ResourceType = {
  token: tokens.secretVersion,
  source: "internal/service/secretsmanager/secret_version.go",
  replaceOn: ["secretBinary", "secretId", "secretString"],
  unordered: ["versionStages"],
  autoName: "none",
  deleteBeforeReplace: true,
  computed: ["arn", "hasSecretStringWo", "secretArn", "versionId", "versionStages"],
  validate: (inputs) =>
    ["secretBinary", "secretString", "secretStringWo"].filter((name) => given(inputs, name)).length > 1
      ? [{ property: "secretString", reason: "conflicts with secretBinary, secretStringWo" }]
      : [],
  create(inputs, account) {
    const arn = text(inputs, "secretId") ?? "";
    if (account.find(tokens.secret, arn) === undefined)
      throw new AwsError(
        "ResourceNotFoundException",
        "Secrets Manager: PutSecretValue",
        "Secrets Manager can't find the specified secret.",
      );
    return {
      id: idOf(inputs),
      outputs: {
        arn,
        hasSecretStringWo: given(inputs, "secretStringWo"),
        secretArn: arn,
        versionId: account.newId("version"),
        versionStages: inputs.versionStages ?? ["AWSCURRENT"],
      },
    };
  },
  naturalId: idOf,
};

function idOf(inputs: Properties): string {
  return `${text(inputs, "secretId") ?? ""}|AWSCURRENT`;
}
