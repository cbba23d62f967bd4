import type { Carrier } from "../../scan/carriers/carrier";
import { readCarrier } from "../../scan/carriers/readResource";
import { carriersOf } from "../../scan/carriers/table";
import { judge, type Finding as Scanned, type UnreadRow } from "../../scan/report/finding";
import { findSecrets } from "../../scan/secrets/findSecrets";

/** What a resource carries to an instance, judged once for all rules of the pack. */
export interface Content {
  readonly findings: readonly Scanned[];
  readonly unread: readonly UnreadRow[];
  /** What reading a property threw: the SDK's error for a value that is not known yet. */
  readonly thrown: readonly unknown[];
}

/** The SDK hands every rule the same object for one resource. */
const judged = new WeakMap<object, Content>();

export function contentOf(type: string, properties: object): Content {
  const known = judged.get(properties);
  if (known !== undefined) return known;
  const carriers = carriersOf(type);
  const { copy, thrown } = settled(properties, new Set(carriers.flatMap(topsOf)));
  const readings = carriers.flatMap((carrier) => readCarrier(carrier, copy));
  const { findings, unread } = judge([{ file: "", readings, settings: [] }], findSecrets);
  const content = { findings, unread, thrown };
  judged.set(properties, content);
  return content;
}

/** The properties that a carrier is read from. */
function topsOf({ path, named, holds }: Carrier): string[] {
  const [top = ""] = path.split(/[.[]/, 1);
  return [top, ...(named === undefined ? [] : [named]), ...(holds === "parameter" ? ["type"] : [])];
}

/**
 * A copy of some properties, without those values in it that throw when they are read: one that is not known yet
 * shall not hide what stands beside it.
 */
function settled(properties: object, tops: ReadonlySet<string>): { copy: object; thrown: unknown[] } {
  const thrown: unknown[] = [];
  const copyOf = (read: () => unknown): unknown => {
    let value: unknown;
    try {
      value = read();
    } catch (error) {
      thrown.push(error);
      return undefined;
    }
    if (typeof value !== "object" || value === null) return value;
    const source: object = value;
    if (Array.isArray(value)) return value.map((_, at) => copyOf(() => Reflect.get(source, at)));
    return Object.fromEntries(Object.keys(value).map((key) => [key, copyOf(() => Reflect.get(source, key))]));
  };
  const entries = [...tops].map((key) => [key, copyOf(() => Reflect.get(properties, key))] as const);
  return { copy: Object.fromEntries(entries.filter(([, value]) => value !== undefined)), thrown };
}
