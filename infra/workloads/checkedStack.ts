import * as path from "node:path";
import type { StackConfig } from "../config/schema";
import { loadStackFile } from "../config/stackFile";
import { workloads } from ".";

/**
 * A stack's settings from its file in the repository, checked without the engine against every declared workload.
 * @param root the folder that holds the stack files
 * @throws StackConfigError with all problems
 */
export function loadCheckedStack(root: string, stack: string): StackConfig {
  const names = workloads.map(({ name }) => name);
  return loadStackFile(path.join(root, `Pulumi.${stack}.yaml`), names);
}
