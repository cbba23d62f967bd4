/** The parts of `urn:pulumi:<stack>::<project>::<parent type$…$type>::<name>` that a provider needs. */
export interface Urn {
  stack: string;
  token: string;
  /** The logical name; it may itself contain `::`. */
  name: string;
}

/** https://www.pulumi.com/docs/iac/concepts/resources/names/#urns @throws Error when it is none */
export function parseUrn(urn: string): Urn {
  const match = /^urn:pulumi:([^:]+)::[^:]*::(?:[^$]*\$)*(.+?)::(.*)$/s.exec(urn);
  const [, stack, token, name] = match ?? [];
  if (stack === undefined || token === undefined || name === undefined)
    throw new Error(
      `expected a URN, urn:pulumi:<stack>::<project>::<type>::<name>, got ${JSON.stringify(urn)}`,
    );
  return { stack, token, name };
}
