/**
 * What the SDK declares of a value, as schema/aws.json writes it:
 * a name for a plain value, `[element]` for a list, `{"*": element}` for a map with free keys, and an object of
 * named properties, where a required one has `!` behind its name.
 */
export type Shape = PlainShape | readonly [Shape] | { readonly [property: string]: Shape };

/** `asset` is an asset or archive; `any` is a union that the SDK leaves open, such as a policy document. */
export type PlainShape = "string" | "number" | "boolean" | "asset" | "any";

/** Properties of a resource or arguments of a function. */
export interface ObjectShape {
  readonly [property: string]: Shape;
}

/** One token of the SDK. */
export interface Declaration {
  readonly inputs: ObjectShape;
  readonly outputs: readonly string[];
}

/** Everything that schema/aws.json holds. */
export interface SdkSchema {
  /** Of @pulumi/aws. */
  readonly version: string;
  /** The arguments of `new aws.Provider`. */
  readonly provider: ObjectShape;
  readonly resources: Readonly<Record<string, Declaration>>;
  readonly functions: Readonly<Record<string, Declaration>>;
}

export function isListShape(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** The element of a map, undefined for an object of named properties. */
export function mapElement(shape: ObjectShape): Shape | undefined {
  return shape["*"];
}

/** A property's shape, and whether it must be given; undefined when it is not declared. */
export function findProperty(
  shape: ObjectShape,
  name: string,
): { shape: Shape; required: boolean } | undefined {
  const optional = shape[name];
  if (optional !== undefined) return { shape: optional, required: false };
  const required = shape[`${name}!`];
  return required === undefined ? undefined : { shape: required, required: true };
}

export function propertyNames(shape: ObjectShape): readonly string[] {
  return Object.keys(shape).map((name) => name.replace(/!$/, ""));
}

export function requiredNames(shape: ObjectShape): readonly string[] {
  return Object.keys(shape)
    .filter((name) => name.endsWith("!"))
    .map((name) => name.slice(0, -1));
}
