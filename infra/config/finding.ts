/** Where a setting is: `["network", "availabilityZones", 1]`, from the root of StackConfig. */
export type SettingPath = readonly (string | number)[];

/** Something wrong with the settings. What was found is looked up by path, in one place, so that no check can print a secret. */
export interface Finding {
  /** A known setting's value is wrong or absent, or the key itself is unknown: its value may be anything, even a secret. */
  readonly kind: "wrongValue" | "unknownKey";
  readonly path: SettingPath;
  /** Completes "expected …". */
  readonly expected: string;
  /** What to do, as an order. */
  readonly remedy: string;
  /** The setting whose absence is what is wrong. Where it is there but wrong itself, its own finding is enough. */
  readonly absent?: SettingPath;
}

/** The value at a path of parsed JSON or YAML; undefined where there is none. */
export function valueAt(value: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at) && typeof key === "number") return at[key];
    return isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, value);
}

/** A YAML map or JSON object. */
export function isMap(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value that is of no use where it stands. */
export function wrong(path: SettingPath, expected: string, remedy: string): Finding {
  return { kind: "wrongValue", path, expected, remedy };
}
