import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import { nameOf } from "../naming";
import { text } from "../reading";
import { tokens } from "../tokens";

/** A statement of a function's policy. Not modelled: the policy's size, principals of other accounts, aliases. */
export const permission: ResourceType = {
  token: tokens.lambdaPermission,
  source: "internal/service/lambda/permission.go",
  replaceOn: [
    "action",
    "eventSourceToken",
    "function",
    "functionUrlAuthType",
    "invokedViaFunctionUrl",
    "principal",
    "principalOrgId",
    "qualifier",
    "sourceAccount",
    "sourceArn",
    "statementId",
    "statementIdPrefix",
  ],
  autoName: { property: "statementId", maxLength: 100 },
  computed: ["statementId", "statementIdPrefix"],
  create(inputs, account) {
    const operation = "Lambda: AddPermission";
    const name = text(inputs, "function") ?? "";
    const exists = account
      .all(tokens.lambdaFunction)
      .some(({ id, properties }) => id === name || properties.arn === name);
    if (!exists) throw new AwsError("ResourceNotFoundException", operation, `Function not found: ${name}`);
    const statementId = nameOf(inputs, account, "statementId");
    if (account.find(tokens.lambdaPermission, statementId)?.properties.function === name)
      throw new AwsError(
        "ResourceConflictException",
        operation,
        `The statement id (${statementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
      );
    return {
      id: statementId,
      outputs: { statementId, statementIdPrefix: text(inputs, "statementIdPrefix") ?? "" },
    };
  },
  naturalId: (inputs) => text(inputs, "statementId") ?? "",
};
