import { ACCOUNT_ID } from "../../account";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { text } from "../reading";
import { tokens } from "../tokens";

/** Which keys of a table are asked for most. One a table or index. */
export const contributorInsights: ResourceType = {
  token: tokens.contributorInsights,
  source: "internal/service/dynamodb/contributor_insights.go",
  replaceOn: ["indexName", "mode", "tableName"],
  autoName: "none",
  computed: ["mode"],
  create(inputs, account) {
    const name = text(inputs, "tableName") ?? "";
    if (account.find(tokens.table, name) === undefined)
      throw new AwsError(
        "ResourceNotFoundException",
        "DynamoDB: UpdateContributorInsights",
        `Requested resource not found: Table: ${name} not found`,
      );
    return {
      id: idOf(inputs),
      outputs: { mode: text(inputs, "mode") ?? "ACCESSED_AND_THROTTLED_KEYS" },
    };
  },
  naturalId: idOf,
};

function idOf(inputs: Properties): string {
  return `name:${text(inputs, "tableName") ?? ""}/index:${text(inputs, "indexName") ?? ""}/${ACCOUNT_ID}`;
}
