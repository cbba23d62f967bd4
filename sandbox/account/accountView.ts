import type { Properties } from "./values";

/** What exists in the account, as one entry of the ledger. */
export interface Entry {
  token: string;
  id: string;
  /** Inputs with defaults, and outputs. Never an unknown, never a wrapped secret. */
  properties: Properties;
}

/** What a resource type may ask of the account while AWS "handles" one of its calls. */
export interface AccountView {
  readonly accountId: string;
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`, from the region. */
  readonly partition: string;
  /** A new id in AWS's form: `subnet-` and 17 hexadecimal digits. */
  newId(prefix: string): string;
  find(token: string, id: string): Entry | undefined;
  /** All entries of a type, for checks such as "in use" or "name taken". */
  all(token: string): readonly Entry[];
  /** An RFC 3339 time, for outputs such as `creationDate`. */
  now(): string;
}
