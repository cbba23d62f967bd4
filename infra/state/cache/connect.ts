import type { Account } from "../../account/account";
import { type Connection, statementId } from "../connection";
import { planKeyStatement } from "../keyStatements";

export interface CacheFacts {
  readonly store: string;
  readonly host: string;
  readonly readerHost: string;
  readonly port: number;
  /** Of a cache with logins: the user, and the secret with its name and password. */
  readonly login?: { readonly user: string; readonly secretArn: string };
  readonly keyArn: string;
}

/** What a cache's users may do, the cache says; IAM only says who may read the login. */
export function connectCache(
  account: Account,
  { store, host, readerHost, port, login, keyArn }: CacheFacts,
): Connection {
  const connection = { endpoint: host, port, facts: { readerEndpoint: readerHost, tls: "required" } };
  if (login === undefined) return { ...connection, statements: [] };
  return {
    ...connection,
    facts: { ...connection.facts, user: login.user },
    secret: { kind: "secretsManager", secretId: login.secretArn },
    statements: [
      {
        Sid: statementId(store, "Login"),
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: login.secretArn,
      },
      planKeyStatement(account, {
        sid: statementId(store, "Key"),
        keyArn,
        actions: ["kms:Decrypt"],
        service: "secretsmanager",
        context: ["SecretARN", login.secretArn],
      }),
    ],
  };
}
