/** How a property holds what reaches an instance. */
export type Holds =
  /** User data, plain or base64. */
  | "userData"
  /** A text or an object in some format: a script, a template, a document. */
  | "document"
  /** Variables: a map, or a list of `{name, value}`. */
  | "variables"
  /** JSON of container definitions, or the list itself. */
  | "containers"
  /** A file's content, under the name in the property that `named` says. */
  | "file"
  /** The same in base64. */
  | "fileBase64"
  /** A Pulumi asset or archive. */
  | "asset"
  /** One value, or a list or map of them. */
  | "values"
  /** A parameter's value, unless its type is SecureString: there a secret is where it belongs. */
  | "parameter";

/** A property that carries something to an instance. */
export interface Carrier {
  /** By Pulumi's names; `[]` is each item of a list. Those of CloudFormation and the API differ in their first letters only. */
  readonly path: string;
  readonly holds: Holds;
  /** The property with the name that the content stands under: an object's key, a parameter's name. */
  readonly named?: string;
}
