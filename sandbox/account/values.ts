/** A property value as the account stores it: plain JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Properties {
  readonly [property: string]: Value;
}
