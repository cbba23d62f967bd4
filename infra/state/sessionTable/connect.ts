import type { Account } from "../../account/account";
import { type Connection, mayWrite, statementId, type WorkloadUse } from "../connection";
import { planKeyStatement } from "../keyStatements";
import { sessionKey, sessionTtlAttribute } from "./plan";

export interface SessionTableFacts {
  readonly store: string;
  readonly tableName: string;
  readonly tableArn: string;
  readonly keyArn: string;
}

const reads = ["dynamodb:GetItem"];
const writes = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];

/** Sessions are asked for by id: nobody scans or queries the table, nobody changes it. */
export function connectSessionTable(
  account: Account,
  { store, tableName, tableArn, keyArn }: SessionTableFacts,
  { access }: WorkloadUse,
): Connection {
  return {
    endpoint: tableName,
    facts: { region: account.region, key: sessionKey, ttlAttribute: sessionTtlAttribute },
    statements: [
      {
        Sid: statementId(store, "Items"),
        Effect: "Allow",
        Action: mayWrite(access) ? [...reads, ...writes] : reads,
        Resource: tableArn,
      },
      planKeyStatement(account, {
        sid: statementId(store, "Key"),
        keyArn,
        actions: ["kms:Decrypt"],
        service: "dynamodb",
        context: ["aws:dynamodb:tableName", tableName],
      }),
    ],
  };
}
