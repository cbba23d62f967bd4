/** A switch as a user may spell it: text that the provider reads as Go's strconv.ParseBool does. */
export function isTrue(value: unknown): boolean {
  return (
    value === true || (typeof value === "string" && ["1", "t", "T", "true", "TRUE", "True"].includes(value))
  );
}

/** As above. What is left out is neither. */
export function isFalse(value: unknown): boolean {
  return (
    value === false ||
    (typeof value === "string" && ["0", "f", "F", "false", "FALSE", "False"].includes(value))
  );
}

/** A number, also where it was written as text; undefined where it is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+$/.test(value.trim()) ? Number(value) : undefined;
}

/** Every item of a list by its index, each read only when it is looked at: one may not be known yet. */
export function eachOf<Item, Result>(
  list: readonly Item[] | null | undefined,
  look: (item: Item, index: number) => Result,
): (() => Result)[] {
  // `in` reads nothing, so an item that is not known yet throws in its own part only.
  return Array.from({ length: list?.length ?? 0 }, (_, index) => () => {
    const item = list?.[index];
    if (item == null) throw new TypeError("an item of a list is missing");
    return look(item, index);
  });
}
