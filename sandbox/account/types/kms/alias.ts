import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { nameOf } from "../naming";
import { text } from "../reading";
import { tokens } from "../tokens";
import { findKey } from "./references";

/** A name of a key, always below `alias/`, where `alias/aws/` is AWS's own. */
export const alias: ResourceType = {
  token: tokens.kmsAlias,
  source: "internal/service/kms/alias.go",
  replaceOn: ["name", "namePrefix"],
  autoName: { property: "name", maxLength: 255, transform: (name) => `alias/${name}` },
  computed: ["arn", "name", "namePrefix", "targetKeyArn"],
  recomputedOn: { targetKeyArn: ["targetKeyId"] },
  validate: (inputs) =>
    ["name", "namePrefix"].flatMap((property) => {
      const name = text(inputs, property);
      return name === undefined || /^alias\/(?!aws\/)[A-Za-z0-9/_-]+$/.test(name)
        ? []
        : [
            {
              property,
              reason: `"${name}" must begin with alias/ (not alias/aws/), then letters, digits, / _ -`,
            },
          ];
    }),
  create(inputs, account) {
    const operation = "KMS: CreateAlias";
    const name = nameOf(inputs, account);
    const arn = regionalArn(account, "kms", name);
    if (account.find(tokens.kmsAlias, name) !== undefined)
      throw new AwsError("AlreadyExistsException", operation, `An alias with the name ${arn} already exists`);
    return {
      id: name,
      outputs: {
        arn,
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
        targetKeyArn: targetArn(inputs, account, operation),
      },
    };
  },
  update: (_id, _olds, news, account) => ({ targetKeyArn: targetArn(news, account, "KMS: UpdateAlias") }),
  naturalId: (inputs) => text(inputs, "name") ?? "",
};

function targetArn(inputs: Properties, account: AccountView, operation: string): string {
  const target = text(inputs, "targetKeyId") ?? "";
  const arn = text(findKey(account, target)?.properties ?? {}, "arn");
  if (arn === undefined) throw new AwsError("NotFoundException", operation, `Key '${target}' does not exist`);
  return arn;
}
