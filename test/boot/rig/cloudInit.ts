import fs from "node:fs";
import * as z from "zod";

export interface CloudInitResult {
  readonly datasource: string;
  /** What cloud-init itself counts as errors; a failing script of the user is among them. */
  readonly errors: readonly string[];
  /** Since the launch. */
  readonly finishedMs: number;
}

const resultFile = z.object({
  v1: z.object({ datasource: z.string().nullable(), errors: z.array(z.string()) }),
});

/** cloud-init's result as it lies in the guest, once it has finished this boot. `root` is the guest's, seen from here. */
export function readCloudInitResult(root: string): Omit<CloudInitResult, "finishedMs"> | undefined {
  let text: string;
  try {
    text = fs.readFileSync(`${root}/run/cloud-init/result.json`, "utf8");
  } catch {
    return undefined;
  }
  const { datasource, errors } = resultFile.parse(JSON.parse(text)).v1;
  return { datasource: datasource ?? "none", errors };
}

/**
 * That the instance was configured from EC2's metadata. Never judged by the absence of errors: without a data source
 * cloud-init boots with none.
 * @throws Error naming the data source otherwise.
 */
export function assertEc2DataSource({ datasource }: Pick<CloudInitResult, "datasource">): void {
  if (datasource.startsWith("DataSourceEc2Local")) return;
  throw new Error(`cloud-init's data source: expected DataSourceEc2Local, got ${datasource}`);
}
