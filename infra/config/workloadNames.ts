import { type Finding, isMap, valueAt } from "./finding";
import { findNearestName } from "./nearestName";

/** Every workload that the program declares has settings in every stack, and no other has. */
export function findWorkloadNameProblems(settings: unknown, declared: readonly string[]): Finding[] {
  const workloads = valueAt(settings, ["workloads"]);
  if (!isMap(workloads)) return [];
  const unknown = Object.keys(workloads).filter((name) => !declared.includes(name));
  const missing = declared.filter((name) => !Object.hasOwn(workloads, name));
  const meant = new Map(unknown.map((name) => [name, findNearestName(name, missing)]));
  return [
    ...unknown.map(
      (name): Finding => ({
        kind: "unknownKey",
        path: ["workloads", name],
        expected: `a workload of infra/workloads (${declared.join(", ")})`,
        remedy:
          meant.get(name) === undefined
            ? "declare it there, or remove it"
            : `rename it to ${meant.get(name)}`,
      }),
    ),
    ...missing
      .filter((name) => ![...meant.values()].includes(name))
      .map(
        (name): Finding => ({
          kind: "wrongValue",
          path: ["workloads", name],
          expected: "the settings of this workload of infra/workloads",
          remedy: "add them: every declared workload runs in every stack",
        }),
      ),
  ];
}
