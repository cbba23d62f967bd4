import facts from "./facts.json";

/** What EC2 allows on an instance type, as far as this program asks. */
export interface InstanceType {
  /** Network interfaces, over all network cards. */
  readonly interfaces: number;
  /** Private IPv4 addresses of each interface, the primary one among them. */
  readonly addressesPerInterface: number;
  readonly architectures: readonly string[];
  /** Whether EC2 moves the instance to healthy hardware by itself, or by an alarm's `recover` action. */
  readonly recovers: boolean;
  /** The placement strategies that take it. */
  readonly placements: readonly Placement[];
}

export type Placement = "cluster" | "partition" | "spread";

/** By the letter that facts.json has for each. */
const placementLetters = { c: "cluster", p: "partition", s: "spread" } as const;

interface Family {
  readonly architectures: readonly string[];
  /** By size: interfaces, addresses of each, letters. */
  readonly sizes: Readonly<Record<string, string>>;
}

const families: Readonly<Record<string, Family>> = facts.families;

/** The facts of a type, `m6i.large`; undefined for one that AWS does not have, or had not when facts.json was written. */
export function findInstanceType(name: string): InstanceType | undefined {
  const [familyName = "", size = ""] = name.split(".");
  const family = Object.hasOwn(families, familyName) ? families[familyName] : undefined;
  const line = family !== undefined && Object.hasOwn(family.sizes, size) ? family.sizes[size] : undefined;
  if (family === undefined || line === undefined) return undefined;
  const [interfaces, addressesPerInterface, letters = ""] = line.split(" ");
  return {
    interfaces: Number(interfaces),
    addressesPerInterface: Number(addressesPerInterface),
    architectures: family.architectures,
    recovers: letters.includes("r"),
    placements: Object.entries(placementLetters).flatMap(([letter, placement]) =>
      letters.includes(letter) ? [placement] : [],
    ),
  };
}

/** Where the facts are from, for those who doubt them. */
export const instanceTypeSource: string = `${facts.source}, ${facts.date}`;
