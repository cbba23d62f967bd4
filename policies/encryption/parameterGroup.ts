import { Got } from "../got";
import type { Finding } from "../rule";

/** What a parameter group must say for databases of a family to refuse connections without TLS. */
export interface TlsParameter {
  /** Matches the families that have it. */
  readonly family: RegExp;
  readonly name: string;
  /** What to set it to. */
  readonly on: string;
  /** Every text that means it. */
  readonly accepted: readonly string[];
  /** The other texts, which a message may quote. */
  readonly refused: readonly string[];
  /** Whether AWS's default for the family is on. */
  readonly isDefault: (family: string) => boolean;
}

interface ParameterGroup {
  readonly family?: string | undefined;
  readonly parameters?: readonly Parameter[] | undefined;
}

interface Parameter {
  readonly name: string;
  readonly value?: string | undefined;
}

/** A group that leaves the parameter out has AWS's default for its family, whatever else it is there for. */
export function findOptionalTls(
  { family, parameters }: ParameterGroup,
  known: readonly TlsParameter[],
): readonly Finding[] {
  const wanted = known.find((each) => family != null && each.family.test(family));
  if (family == null || wanted === undefined) return [];
  const { name, on, accepted, refused } = wanted;
  const index = (parameters ?? []).findIndex((parameter) => parameter?.name === name);
  const value = parameters?.[index]?.value;
  if (value == null ? wanted.isDefault(family) : accepted.includes(String(value).toLowerCase())) return [];
  return [
    {
      path: index < 0 ? "parameters" : `parameters[${index}].value`,
      expected: `${index < 0 ? `${name} = ` : ""}"${on}"`,
      got: Got.of(index < 0 ? undefined : value, refused),
      remedy: `Set the parameter ${name} to "${on}".`,
    },
  ];
}

/** The version that a family's name ends with, to be compared: `mysql8.4` is [8, 4]. */
export function isAtLeast(family: string, major: number, minor = 0): boolean {
  const [foundMajor = 0, foundMinor = 0] = (/(\d+)(?:\.(\d+))?$/.exec(family) ?? []).slice(1).map(Number);
  return foundMajor > major || (foundMajor === major && (foundMinor || 0) >= minor);
}
