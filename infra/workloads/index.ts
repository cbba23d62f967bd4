import { web } from "./web";
import { worker } from "./worker";
import type { Workload } from "./workload";

/** Every workload of the estate. Each needs its settings under `bakeline:workloads` in every stack file. */
export const workloads: readonly Workload[] = [web, worker];
