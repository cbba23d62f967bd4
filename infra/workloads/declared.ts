import type { Declared } from "../config/parseStackConfig";
import { findStoreProblems } from "../state/planStores";
import { findWorkloadProblems } from "./problems";
import { findSettingProblems } from "./settingProblems";
import { findStepLines } from "./stepProblems";
import type { Workload } from "./workload";

/** What checks of a stack's config have to know of the workloads: one check, of the file and of what it configures. */
export function declaredBy(workloads: readonly Workload[]): Declared {
  return {
    workloadNames: workloads.map(({ name }) => name),
    findProblems: ({ stores, workloads: settings }) => ({
      findings: workloads.flatMap((workload) => findSettingProblems(workload, settings[workload.name])),
      lines: [
        ...findWorkloadProblems(workloads),
        ...findStoreProblems(stores, workloads),
        ...workloads.flatMap((workload) => findStepLines(workload, settings[workload.name])),
      ].map((line) => `infra/workloads: ${line}`),
    }),
  };
}
