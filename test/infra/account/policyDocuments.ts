import { type Recorded, type RecordedEstate, valueAt } from "../recordedEstate";

/** One statement of a policy that the estate asks for, and where it stands. */
export interface GrantedStatement {
  /** `RolePolicy web BeManaged`. */
  readonly where: string;
  /** Whose it is: an identity's, a resource's, or a role's word on who may assume it. */
  readonly kind: "identity" | "resource" | "trust";
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principal: unknown;
}

/** The properties in which a type carries a policy. A type that is not here and has one fails the test below it. */
const documents: Readonly<
  Record<string, readonly (readonly [property: string, kind: GrantedStatement["kind"]])[]>
> = {
  BucketPolicy: [["policy", "resource"]],
  FileSystemPolicy: [["policy", "resource"]],
  Key: [["policy", "resource"]],
  Policy: [["policy", "identity"]],
  Role: [["assumeRolePolicy", "trust"]],
  RolePolicy: [["policy", "identity"]],
  TopicPolicy: [["policy", "resource"]],
};

/** Every statement of every policy document of an estate. */
export function statementsOf(estate: RecordedEstate): GrantedStatement[] {
  return estate.resources.flatMap((resource) =>
    (documents[typeOf(resource)] ?? []).flatMap(([property, kind]) => {
      const text = resource.inputs[property];
      return typeof text === "string" ? readStatements(resource, text, kind) : [];
    }),
  );
}

/** Inputs that hold a policy document and that `statementsOf` does not know. */
export function unreadDocuments(estate: RecordedEstate): string[] {
  return estate.resources.flatMap((resource) =>
    Object.entries(resource.inputs)
      .filter(([, value]) => typeof value === "string" && value.includes('"Statement"'))
      .filter(([property]) => !(documents[typeOf(resource)] ?? []).some(([known]) => known === property))
      .map(([property]) => `${typeOf(resource)} ${resource.name} ${property}`),
  );
}

function typeOf({ type }: Recorded): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

function readStatements(
  resource: Recorded,
  text: string,
  kind: GrantedStatement["kind"],
): GrantedStatement[] {
  const document: unknown = JSON.parse(text);
  return listOf(valueAt(document, "Statement")).map((statement) => ({
    where: `${typeOf(resource)} ${resource.name} ${String(valueAt(statement, "Sid"))}`,
    kind,
    effect: String(valueAt(statement, "Effect")),
    actions: listOf(valueAt(statement, "Action")).map(String),
    resources: listOf(valueAt(statement, "Resource")).map(String),
    principal: valueAt(statement, "Principal"),
  }));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
