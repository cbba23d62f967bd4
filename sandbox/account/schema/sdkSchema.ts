import json from "./aws.json";
import type { Declaration, ObjectShape, PlainShape, SdkSchema, Shape } from "./shape";

const plainShapes: readonly string[] = ["string", "number", "boolean", "asset", "any"] satisfies PlainShape[];

/** What the SDK declares: `npm run schema` writes it from the installed @pulumi/aws. */
export const sdkSchema: SdkSchema = {
  version: json.version,
  provider: parseObject(json.provider, "provider"),
  resources: parseDeclarations(json.resources, "resources"),
  functions: parseDeclarations(json.functions, "functions"),
};

/** Reads shapes written as in schema/shape.ts. @throws Error naming the path of what is none */
export function parseObject(value: unknown, path: string): ObjectShape {
  return Object.fromEntries(
    entriesOf(value, path).map(([name, inner]) => [name, parseShape(inner, `${path}.${name}`)]),
  );
}

function parseShape(value: unknown, path: string): Shape {
  if (isPlainShape(value)) return value;
  if (Array.isArray(value) && value.length === 1) return [parseShape(value[0], `${path}[]`)];
  return parseObject(value, path);
}

function parseDeclarations(value: unknown, path: string): Readonly<Record<string, Declaration>> {
  return Object.fromEntries(
    entriesOf(value, path).map(([token, inner]) => [token, parseDeclaration(inner, `${path}.${token}`)]),
  );
}

function parseDeclaration(value: unknown, path: string): Declaration {
  const { inputs, outputs } = Object.fromEntries(entriesOf(value, path));
  const isNames = Array.isArray(outputs) && outputs.every((name) => typeof name === "string");
  if (!isNames) throw new Error(`${path}.outputs: expected a list of names; run npm run schema`);
  return { inputs: parseObject(inputs, `${path}.inputs`), outputs };
}

function entriesOf(value: unknown, path: string): readonly [string, unknown][] {
  if (typeof value !== "object" || value === null)
    throw new Error(`${path}: expected an object, got ${typeof value}; run npm run schema`);
  return Object.entries(value);
}

function isPlainShape(value: unknown): value is PlainShape {
  return typeof value === "string" && plainShapes.includes(value);
}
