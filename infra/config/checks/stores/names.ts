import type { Finding, SettingPath } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { storeFamilies } from "../../sections/stores/stores";

/** ElastiCache takes 40 characters, with the stack's name and a hyphen before: infra/state/storeName.ts. */
export const maximumStoreNameLength = 18;

/** Names in the stack are shared with workloads, whose resources stand beside those of the stores. */
export function storeNameProblems({ stores, workloads }: PartialConfig): Finding[] {
  const all = storeFamilies.flatMap((family) =>
    Object.keys(stores[family]).map((name) => ({ family, name })),
  );
  return all.flatMap(({ family, name }, index) => {
    const path = ["stores", family, name];
    if (!/^[a-z]([a-z0-9]|-(?=[a-z0-9]))*$/.test(name) || name.length > maximumStoreNameLength)
      return [
        named(
          path,
          `a name of up to ${maximumStoreNameLength} lower-case letters, digits and single inner hyphens`,
        ),
      ];
    const rival = all.slice(0, index).find((other) => other.name === name);
    if (rival !== undefined) return [named(path, `a name that no other store has (${rival.family} has it)`)];
    const workload = Object.keys(workloads).find((other) => name === other || name.startsWith(`${other}-`));
    if (workload !== undefined)
      return [named(path, `a name that does not begin with a workload's (${workload})`)];
    return [];
  });
}

/** The name is what is wrong, not what is below it. */
function named(path: SettingPath, expected: string): Finding {
  return { kind: "unknownKey", path, expected, remedy: "rename the store, in infra/workloads too" };
}
