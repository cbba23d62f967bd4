import { renderBelow } from "../config/configKeys";
import { describeFound } from "../config/describeFound";
import { isMap } from "../config/finding";
import { findSchemaProblems } from "../config/schemaFindings";
import { workloadShape } from "./workloadShape";

/** Where a declared workload is none, a line each: `web.steps[3].kind: expected …`. No other check can read such a one. */
export function findShapeLines(workload: unknown, index: number): string[] {
  const name = isMap(workload) && typeof workload.name === "string" ? workload.name : `workloads[${index}]`;
  return findSchemaProblems(workloadShape, workload).map((finding) => {
    const got = describeFound(workloadShape, workload, finding, false);
    return `${name}${renderBelow(finding.path)}: expected ${finding.expected}, got ${got}; ${finding.remedy}`;
  });
}
