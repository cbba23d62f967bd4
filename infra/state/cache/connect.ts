import type { Account } from "../../account/account";
import { type Connection, statementId } from "../connection";

export interface CacheFacts {
  readonly store: string;
  readonly host: string;
  readonly readerHost: string;
  readonly port: number;
  /** Of a cache with users: the workload's, and what IAM knows the cache by. None of Memcached, which knows no users. */
  readonly login?: { readonly userId: string; readonly cacheArn: string };
}

/**
 * What a cache's users may do, the cache says; IAM only says who may log in as which, and so who signs the token that a
 * client sends as its password: service `elasticache`, host the cache's name, action `connect`, user the user's.
 */
export function connectCache(
  { id, region, partition }: Account,
  { store, host, readerHost, port, login }: CacheFacts,
): Connection {
  const connection = { endpoint: host, port, facts: { readerEndpoint: readerHost, tls: "required" } };
  if (login === undefined) return { ...connection, statements: [] };
  const { userId, cacheArn } = login;
  return {
    ...connection,
    facts: {
      ...connection.facts,
      region,
      user: userId,
      cacheName: cacheArn.slice(cacheArn.lastIndexOf(":") + 1),
      login: "iam",
    },
    statements: [
      {
        Sid: statementId(store, "Login"),
        Effect: "Allow",
        Action: "elasticache:Connect",
        Resource: [cacheArn, `arn:${partition}:elasticache:${region}:${id}:user:${userId}`],
      },
    ],
  };
}
