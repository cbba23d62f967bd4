/** A statement of an IAM policy, every form of it made one. */
export interface Statement {
  /** Where it is in the document: `Statement[0]`. */
  readonly path: string;
  readonly allows: boolean;
  /** Lower case, because IAM compares actions so. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[];
  readonly notResources: readonly string[] | undefined;
  /** By kind (`AWS`, `Service`, `Federated`); of `"*"` everything is of the kind `AWS`. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
  readonly notPrincipals: boolean;
  /** The keys of its conditions in lower case, each with its operator and values. */
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Reads a policy as AWS does: JSON text (or an object that the SDK has yet to render), one statement or several,
 * one value or a list, elements in any case.
 * @returns undefined where it is no policy
 */
export function parsePolicy(value: unknown): readonly Statement[] | undefined {
  const document = typeof value === "string" ? parseJson(value) : plain(value);
  if (!isRecord(document)) return undefined;
  const statements = elementOf(document, "Statement");
  if (statements === undefined) return undefined;
  const list = Array.isArray(statements) ? statements : [statements];
  const read = list.map((one, index) => readStatement(one, `Statement[${index}]`));
  return read.every((one) => one !== undefined) ? read : undefined;
}

function readStatement(value: unknown, path: string): Statement | undefined {
  if (!isRecord(value)) return undefined;
  const texts = (name: string) => textsOf(elementOf(value, name));
  const lower = (name: string) => texts(name)?.map((one) => one.toLowerCase());
  const principal = elementOf(value, "Principal");
  return {
    path,
    allows: String(elementOf(value, "Effect")).toLowerCase() !== "deny",
    actions: lower("Action") ?? [],
    notActions: lower("NotAction"),
    resources: texts("Resource") ?? [],
    notResources: texts("NotResource"),
    principals: principalsOf(principal),
    notPrincipals: elementOf(value, "NotPrincipal") !== undefined,
    conditions: conditionsOf(elementOf(value, "Condition")),
  };
}

function principalsOf(value: unknown): Record<string, readonly string[]> {
  if (typeof value === "string") return { AWS: [value] };
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, textsOf(names) ?? []]));
}

function conditionsOf(value: unknown): readonly Condition[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isRecord(keys)
      ? Object.entries(keys).map(([key, values]) => ({
          operator: operator.toLowerCase(),
          key: key.toLowerCase(),
          values: textsOf(values) ?? [],
        }))
      : [],
  );
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** IAM takes the names of elements in any case. */
function elementOf(record: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(record).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : record[key];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A copy in which everything has been read, so that a value that is not known yet throws here. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => plain(value[index]));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.keys(value).map((key) => [key, plain(value[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
