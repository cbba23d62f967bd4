/** A resource as somebody else would write it, and what a reader who knows AWS says of it under one topic. */
export interface Declaration {
  readonly topic: string;
  readonly violates: boolean;
  readonly type: string;
  readonly properties: object;
  /** Default: `prod`. */
  readonly environment?: string;
  readonly beside?: readonly {
    readonly type: string;
    readonly name: string;
    readonly properties: object;
    readonly computedFrom?: Readonly<Record<string, readonly string[]>>;
  }[];
  /** By property, the names of the resources beside it from which its value is computed. */
  readonly computedFrom?: Readonly<Record<string, readonly string[]>>;
}

type Surroundings = Pick<Declaration, "environment" | "beside" | "computedFrom">;

/** The two verdicts under one topic on one type; properties by a letter, to have a table fit a page. */
export function about(topic: string, type: string) {
  const row =
    (violates: boolean) =>
    (properties: object, surroundings: Surroundings = {}): Declaration => ({
      topic,
      violates,
      type,
      properties,
      ...surroundings,
    });
  return { bad: row(true), ok: row(false) };
}
