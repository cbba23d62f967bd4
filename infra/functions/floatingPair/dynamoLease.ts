import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { inTime } from "./inTime";
import type { Lease, LeaseStore } from "./ports";

export interface DynamoLeaseArgs {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** The table's key: the host's name. */
  readonly pair: string;
}

/** A lease as one item. Conditional writes make each change happen once, whoever asks and however often. */
export function dynamoLease({ client, tableName, pair }: DynamoLeaseArgs): LeaseStore {
  const write = async (last: Lease | undefined, next: Lease): Promise<Lease | undefined> => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: { pair: { S: pair }, ...toItem(next) },
          ...(last === undefined ? { ConditionExpression: "attribute_not_exists(pair)" } : unchanged(last)),
        }),
        inTime(),
      );
      return next;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };
  return {
    async read() {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: { pair: { S: pair } }, ConsistentRead: true }),
        inTime(),
      );
      return Item === undefined ? undefined : fromItem(Item);
    },
    acquire: (last, owner) => write(last, { owner, token: (last?.token ?? 0) + 1, beat: 0 }),
    renew: (lease) => write(lease, { ...lease, beat: lease.beat + 1 }),
    release: (lease) => write(lease, { ...lease, owner: "", beat: lease.beat + 1 }),
  };
}

function unchanged({ owner, token, beat }: Lease) {
  return {
    ConditionExpression: "#owner = :owner AND #token = :token AND #beat = :beat",
    ExpressionAttributeNames: { "#owner": "owner", "#token": "token", "#beat": "beat" },
    ExpressionAttributeValues: {
      ":owner": { S: owner },
      ":token": { N: `${token}` },
      ":beat": { N: `${beat}` },
    },
  };
}

function toItem({ owner, token, beat }: Lease): Record<string, AttributeValue> {
  return { owner: { S: owner }, token: { N: `${token}` }, beat: { N: `${beat}` } };
}

function fromItem({ owner, token, beat }: Record<string, AttributeValue>): Lease {
  const lease = { owner: owner?.S, token: Number(token?.N), beat: Number(beat?.N) };
  if (lease.owner === undefined || !Number.isInteger(lease.token) || !Number.isInteger(lease.beat))
    throw new Error(
      "the lease's item: expected owner, token and beat, got others; restore it or delete the item",
    );
  return { ...lease, owner: lease.owner };
}
