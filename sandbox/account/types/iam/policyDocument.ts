import { AwsError } from "../../awsError";
import type { CheckFailure } from "../../resourceType";
import type { Properties } from "../../values";
import { block, text } from "../reading";

/** A policy as JSON text, however the program gave it: the SDK takes a document object too. */
export function documentText(inputs: Properties, property: string): string | undefined {
  const document = block(inputs, property);
  return document === undefined ? text(inputs, property) : JSON.stringify(document);
}

/** The provider's check of every policy: it is JSON. */
export function checkJson(inputs: Properties, property: string): readonly CheckFailure[] {
  const json = text(inputs, property);
  if (json === undefined || parse(json) !== undefined) return [];
  return [{ property, reason: `contains an invalid JSON policy (${json.length} characters)` }];
}

/** Who reads the document: IAM for what an identity may do, a role for who may assume it, a service for its resource. */
export type DocumentKind = "identity" | "trust" | "resource";

/** @throws AwsError with `code` when AWS would not take the document, for the reasons that it checks without IAM's data. */
export function requireDocument(code: string, operation: string, json: string, kind: DocumentKind): void {
  const reason = problemOf(json, kind);
  if (reason !== undefined) throw new AwsError(code, operation, reason);
}

function problemOf(json: string, kind: DocumentKind): string | undefined {
  const document = parse(json);
  if (!isRecord(document)) return "This policy contains invalid Json";
  const { Version, Statement } = document;
  if (Version !== undefined && Version !== "2012-10-17" && Version !== "2008-10-17")
    return "The policy failed legacy parsing: Version must be 2012-10-17 or 2008-10-17";
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (Statement === undefined || statements.length === 0)
    return "Syntax errors in policy. (Statement is missing)";
  return statements
    .map((statement) => problemOfStatement(statement, kind))
    .find((problem) => problem !== undefined);
}

function problemOfStatement(statement: unknown, kind: DocumentKind): string | undefined {
  if (!isRecord(statement)) return "Syntax errors in policy. (a statement is not an object)";
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny")
    return "Syntax errors in policy. (Effect must be Allow or Deny)";
  const has = (...names: string[]): boolean => names.some((name) => statement[name] !== undefined);
  if (!has("Action", "NotAction")) return "Policy statement must contain actions.";
  if (kind === "trust" && has("Resource", "NotResource")) return "Has prohibited field Resource";
  if (kind !== "trust" && !has("Resource", "NotResource")) return "Policy statement must contain resources.";
  if (kind === "identity" && has("Principal", "NotPrincipal"))
    return "Policy document should not specify a principal.";
  if (kind !== "identity" && !has("Principal", "NotPrincipal")) return "Missing required field Principal";
  return undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
