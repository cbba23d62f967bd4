/** A resource as the program asked for it. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Everything a program asked for, components too. AWS's types are named without their module: `LaunchTemplate`. */
export class RecordedEstate {
  constructor(readonly resources: readonly Recorded[]) {}

  /** Type and name of each resource, sorted: what a preview would list. */
  get shape(): string[] {
    return this.resources.map(({ type, name }) => `${type} ${name}`).sort();
  }

  all(type: string): Recorded[] {
    return this.resources.filter(
      (resource) => resource.type.startsWith("aws:") && resource.type.endsWith(`:${type}`),
    );
  }

  /** The inputs of the one resource of a type. @throws Error where there is none, or more. */
  only(type: string): Recorded["inputs"] {
    const [found, ...others] = this.all(type);
    if (found === undefined || others.length > 0)
      throw new Error(`expected one ${type}, got ${this.all(type).length}`);
    return found.inputs;
  }

  /** The inputs of a resource. @throws Error where there is none. */
  named(type: string, name: string): Recorded["inputs"] {
    const found = this.all(type).find((resource) => resource.name === name);
    if (found === undefined) throw new Error(`expected a ${type} named ${name}, got none`);
    return found.inputs;
  }
}

/** A value inside nested inputs, undefined where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}
