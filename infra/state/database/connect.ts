import type { Account } from "../../account/account";
import type { PolicyStatement } from "../../account/policyDocument";
import type { DatabaseConfig } from "../../config/sections/stores/databases";
import { type Connection, mayWrite, statementId, type WorkloadUse } from "../connection";
import { planKeyStatement } from "../keyStatements";
import { databaseUser, ports } from "./engine";

export interface DatabaseFacts {
  readonly store: string;
  /** Writer and reader: the same host where there is one server. */
  readonly host: string;
  readonly readerHost: string;
  /** What IAM knows the database by: `db-…` or `cluster-…`. */
  readonly resourceId: string;
  readonly masterSecretArn: string;
  readonly keyArn: string;
}

/**
 * A login by IAM as the workload's own user, which has no password at all: what the user may do, the database says
 * (`GRANT rds_iam TO web`, or `AWSAuthenticationPlugin`). Only who administers reads the master secret.
 */
export function connectDatabase(
  account: Account,
  config: DatabaseConfig,
  { store, host, readerHost, resourceId, masterSecretArn, keyArn }: DatabaseFacts,
  { workload, access }: WorkloadUse,
): Connection {
  const { id, region, partition } = account;
  const user = databaseUser(workload);
  const login: PolicyStatement = {
    Sid: statementId(store, "Login"),
    Effect: "Allow",
    Action: "rds-db:connect",
    Resource: `arn:${partition}:rds-db:${region}:${id}:dbuser:${resourceId}/${user}`,
  };
  const connection = {
    endpoint: mayWrite(access) ? host : readerHost,
    port: ports[config.engine],
    facts: { region, readerEndpoint: readerHost, database: config.databaseName, user, tls: "required" },
    statements: [login],
  };
  if (access !== "administer") return connection;
  return {
    ...connection,
    secret: { kind: "secretsManager", secretId: masterSecretArn },
    statements: [
      login,
      {
        Sid: statementId(store, "MasterSecret"),
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: masterSecretArn,
      },
      planKeyStatement(account, {
        sid: statementId(store, "Key"),
        keyArn,
        actions: ["kms:Decrypt"],
        service: "secretsmanager",
        context: ["SecretARN", masterSecretArn],
      }),
    ],
  };
}
