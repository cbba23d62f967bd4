import { type Finding, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { otherRegionProblems } from "../otherRegion";

export function sessionTableProblems(config: PartialConfig): Finding[] {
  return Object.entries(config.stores.sessionTables).flatMap(([name, { capacity, replicaRegions }]) => {
    const path = ["stores", "sessionTables", name];
    const bounds =
      capacity.kind === "onDemand"
        ? []
        : ([
            ["minReadUnits", capacity.minReadUnits, capacity.maxReadUnits, "maxReadUnits"],
            ["minWriteUnits", capacity.minWriteUnits, capacity.maxWriteUnits, "maxWriteUnits"],
          ] as const);
    return [
      ...bounds
        .filter(([, min, max]) => min > max)
        .map(([setting, , max, other]) =>
          wrong(
            [...path, "capacity", setting],
            `at most ${other} (${max})`,
            `raise ${other} or lower ${setting}`,
          ),
        ),
      ...replicaRegions.flatMap((region, index) => {
        const at = [...path, "replicaRegions", index];
        return replicaRegions.indexOf(region) < index
          ? [wrong(at, "each region once", "remove it")]
          : otherRegionProblems(config, at, region);
      }),
    ];
  });
}
