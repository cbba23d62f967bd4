import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { requireKeyFor } from "../kms/references";
import { nameOf } from "../naming";
import { number, text } from "../reading";
import { tokens } from "../tokens";

/** `IntInSlice` in the source; 0 keeps events for ever. */
const retentions = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Not modelled: events, `skipDestroy` (the group is always deleted), deletion protection. */
export const logGroup: ResourceType = {
  token: tokens.logGroup,
  source: "internal/service/logs/group.go",
  replaceOn: ["logGroupClass", "name", "namePrefix"],
  defaults: { retentionInDays: 0, skipDestroy: false },
  computed: ["arn", "logGroupClass", "name", "namePrefix"],
  validate(inputs) {
    const name = text(inputs, "name");
    const retention = number(inputs, "retentionInDays");
    return [
      ...(name === undefined || /^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)
        ? []
        : [{ property: "name", reason: "expected 1 to 512 letters, digits and . - _ / #" }]),
      ...(retention === undefined || retentions.includes(retention)
        ? []
        : [
            {
              property: "retentionInDays",
              reason: `expected one of ${retentions.join(", ")}, got ${retention}`,
            },
          ]),
    ];
  },
  create(inputs, account) {
    const operation = "CloudWatch Logs: CreateLogGroup";
    const name = nameOf(inputs, account);
    if (account.find(tokens.logGroup, name) !== undefined)
      throw new AwsError(
        "ResourceAlreadyExistsException",
        operation,
        "The specified log group already exists",
      );
    const arn = regionalArn(account, "logs", `log-group:${name}`);
    requireLogsKey(inputs, account, operation, arn);
    return {
      id: name,
      outputs: {
        arn,
        logGroupClass: text(inputs, "logGroupClass") ?? "STANDARD",
        name,
        namePrefix: text(inputs, "namePrefix") ?? "",
      },
    };
  },
  update(_id, olds, news, account) {
    requireLogsKey(news, account, "CloudWatch Logs: AssociateKmsKey", text(olds, "arn") ?? "");
    return {};
  },
};

/** A key that encrypts a log group names CloudWatch Logs in its policy; KMS's default policy does not. */
function requireLogsKey(inputs: Properties, account: AccountView, operation: string, groupArn: string): void {
  const arn = text(inputs, "kmsKeyId");
  if (arn === undefined) return;
  requireKeyFor(account, arn, /logs\.([a-z0-9-]+\.)?amazonaws\.com/, () => {
    throw new AwsError(
      "InvalidParameterException",
      operation,
      `The specified KMS key does not exist or is not allowed to be used with Arn '${groupArn}'`,
    );
  });
}
