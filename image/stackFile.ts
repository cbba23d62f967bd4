import { isMap, isScalar, parseDocument } from "yaml";

/**
 * A stack file in which a workload runs an AMI. One line is written or changed, and the rest stays as people wrote it.
 * @throws Error for a file without that workload
 */
export function withImageId(text: string, workload: string, imageId: string): string {
  const settings = parseDocument(text).getIn(["config", "bakeline:workloads", workload]);
  if (!isMap(settings))
    throw new Error(`workload ${workload}: expected its settings in the stack file, got none`);
  const before = settings.get("imageId", true);
  if (isScalar(before) && before.range) {
    const [start, end] = before.range;
    return `${text.slice(0, start)}${imageId}${text.slice(end)}`;
  }
  // Before the first setting, in its column.
  const [start] = settings.range ?? [];
  if (start === undefined || settings.flow)
    throw new Error(`workload ${workload}: expected its settings one a line, got them in braces`);
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  return `${text.slice(0, start)}imageId: ${imageId}\n${" ".repeat(column)}${text.slice(start)}`;
}
