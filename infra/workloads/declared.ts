import type { Declared } from "../config/parseStackConfig";
import { findStoreProblems } from "../state/planStores";
import { findWorkloadProblems } from "./problems";
import { findSettingProblems } from "./settingProblems";
import { findShapeLines } from "./shapeProblems";
import { findStepLines } from "./stepProblems";
import type { Workload } from "./workload";

/** What checks of a stack's config have to know of the workloads: one check, of the file and of what it configures. */
export function declaredBy(workloads: readonly Workload[]): Declared {
  const shapes = workloads.map((workload, index) => ({ workload, lines: findShapeLines(workload, index) }));
  const sound = shapes.filter(({ lines }) => lines.length === 0).map(({ workload }) => workload);
  return {
    // As long as a shape may be wrong, a name may be anything.
    workloadNames: workloads.flatMap(({ name }) => (typeof name === "string" ? [name] : [])),
    findProblems: ({ workloads: settings }, storeNames) => ({
      findings: sound.flatMap((workload) => findSettingProblems(workload, settings[workload.name])),
      lines: [
        ...shapes.flatMap(({ lines }) => lines),
        ...findWorkloadProblems(workloads, sound),
        ...findStoreProblems(storeNames, sound),
        ...sound.flatMap((workload) => findStepLines(workload, settings[workload.name])),
      ].map((line) => `infra/workloads: ${line}`),
    }),
  };
}
