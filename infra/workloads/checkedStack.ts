import * as path from "node:path";
import type { StackConfig } from "../config/schema";
import { loadStackFile } from "../config/stackFile";
import { workloads } from ".";
import { declaredBy } from "./declared";

/**
 * A stack's settings from its file in the repository, checked without the engine together with every declared workload.
 * @param root the folder that holds the stack files
 * @throws StackConfigError with all problems
 */
export function loadCheckedStack(root: string, stack: string): StackConfig {
  return loadStackFile(path.join(root, `Pulumi.${stack}.yaml`), declaredBy(workloads));
}
