import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { findKey } from "../kms/references";
import { nameOf } from "../naming";
import { block, blocks, flag, number, text } from "../reading";
import { tokens } from "../tokens";

const CREATE = "DynamoDB: CreateTable";
const UPDATE = "DynamoDB: UpdateTable";

/**
 * Not modelled: items, indexes, restoring, streams beyond their names, how often a table may change its billing mode,
 * and that a replica's key lives in the replica's region (a key is found wherever it is).
 */
export const table: ResourceType = {
  token: tokens.table,
  source: "internal/service/dynamodb/table.go",
  replaceOn: [
    "hashKey",
    "importTable",
    "localSecondaryIndexes",
    "name",
    "rangeKey",
    "restoreDateTime",
    "restoreSourceName",
    "restoreSourceTableArn",
    "restoreToLatestTime",
  ],
  unordered: ["attributes", "globalSecondaryIndexes", "localSecondaryIndexes", "replicas"],
  defaults: { billingMode: "PROVISIONED", deletionProtectionEnabled: false },
  computed: [
    "arn",
    "hashKey",
    "name",
    "pointInTimeRecovery",
    "readCapacity",
    "serverSideEncryption",
    "streamArn",
    "streamLabel",
    "streamViewType",
    "warmThroughput",
    "writeCapacity",
  ],
  validate: (inputs) => [...checkKeys(inputs), ...checkCapacity(inputs), ...checkStream(inputs)],
  create(inputs, account) {
    const name = nameOf(inputs, account);
    if (account.find(tokens.table, name) !== undefined)
      throw new AwsError("ResourceInUseException", CREATE, `Table already exists: ${name}`);
    requireKey(inputs, account, CREATE);
    const arn = regionalArn(account, "dynamodb", `table/${name}`);
    const label = account.now();
    const streams = flag(inputs, "streamEnabled") === true;
    return {
      id: name,
      outputs: {
        arn,
        hashKey: text(inputs, "hashKey") ?? "",
        name,
        pointInTimeRecovery: block(inputs, "pointInTimeRecovery") ?? { enabled: false },
        readCapacity: number(inputs, "readCapacity") ?? 0,
        serverSideEncryption: block(inputs, "serverSideEncryption") ?? { enabled: false },
        streamArn: streams ? `${arn}/stream/${label}` : "",
        streamLabel: streams ? label : "",
        streamViewType: text(inputs, "streamViewType") ?? "",
        warmThroughput: inputs.warmThroughput ?? {},
        writeCapacity: number(inputs, "writeCapacity") ?? 0,
      },
    };
  },
  update(_id, _olds, news, account) {
    requireKey(news, account, UPDATE);
    return {};
  },
  remove(id, properties) {
    if (flag(properties, "deletionProtectionEnabled") === true)
      throw new AwsError(
        "ValidationException",
        "DynamoDB: DeleteTable",
        `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first: ${id}`,
      );
  },
};

/** Every key is an attribute, and every attribute a key's: `validateDynamoDbTableAttributes`. */
function checkKeys(inputs: Properties): readonly CheckFailure[] {
  const declared = blocks(inputs, "attributes").flatMap((attribute) => text(attribute, "name") ?? []);
  const indexes = ["globalSecondaryIndexes", "localSecondaryIndexes"].flatMap((key) => blocks(inputs, key));
  const used = [inputs, ...indexes].flatMap((keys) =>
    ["hashKey", "rangeKey"].flatMap((key) => text(keys, key) ?? []),
  );
  const missing = used.filter((name) => !declared.includes(name));
  const unindexed = declared.filter((name) => !used.includes(name));
  return [
    ...missing.map((name) => ({
      property: "attributes",
      reason: `all indexes must match a defined attribute. Unmatched indexes: "${name}"`,
    })),
    ...unindexed.map((name) => ({
      property: "attributes",
      reason: `all attributes must be indexed. Unused attributes: "${name}"`,
    })),
  ];
}

function checkCapacity(inputs: Properties): readonly CheckFailure[] {
  const isProvisioned = text(inputs, "billingMode") === "PROVISIONED";
  return ["readCapacity", "writeCapacity"].flatMap((property) => {
    const units = number(inputs, property);
    if (isProvisioned && (units ?? 0) < 1)
      return [{ property, reason: "must be at least 1 when billingMode is PROVISIONED" }];
    if (!isProvisioned && (units ?? 0) > 0)
      return [{ property, reason: "cannot be set when billingMode is PAY_PER_REQUEST" }];
    return [];
  });
}

function checkStream(inputs: Properties): readonly CheckFailure[] {
  const streams = flag(inputs, "streamEnabled") === true;
  if (streams && text(inputs, "streamViewType") === undefined)
    return [{ property: "streamViewType", reason: "is required when streamEnabled is true" }];
  return blocks(inputs, "replicas").length > 0 && !streams
    ? [{ property: "streamEnabled", reason: "a table with replicas needs a stream" }]
    : [];
}

function requireKey(inputs: Properties, account: AccountView, operation: string): void {
  const arn = text(block(inputs, "serverSideEncryption") ?? {}, "kmsKeyArn");
  if (arn !== undefined && findKey(account, arn) === undefined)
    throw new AwsError(
      "ValidationException",
      operation,
      `KMS validation error: Invalid arn or key does not exist: ${arn}`,
    );
}
