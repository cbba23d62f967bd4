import type { Inside } from "../inside";
import type { Format } from "../part";
import { readLeaves } from "./leafParts";
import { field, isMapping, items, mapping, scalar } from "./node";

/** EC2Launch v2 tasks: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2launch-v2-task-definitions.html */
export function readEc2LaunchTasks(document: unknown, inside: Inside): boolean {
  if (!isMapping(document) || scalar(document.version) === undefined) return false;
  const stages = Array.isArray(document.tasks) ? [document] : items(document.config);
  if (!stages.some((stage) => items(field(stage, "tasks")).some((task) => field(task, "task") !== undefined)))
    return false;
  for (const stage of stages)
    for (const [i, task] of items(field(stage, "tasks")).entries())
      for (const [j, input] of items(field(task, "inputs")).entries())
        readInput(input, `tasks[${i}].inputs${Array.isArray(field(task, "inputs")) ? `[${j}]` : ""}`, inside);
  return true;
}

function readInput(input: unknown, place: string, inside: Inside): void {
  const { content, ...rest } = mapping(input);
  const script = scalar(content);
  if (script !== undefined)
    inside.text(
      { place: `${place}.content`, name: scalar(rest.destination), format: languageOf(scalar(rest.type)) },
      script,
    );
  readLeaves(rest, place, inside);
}

function languageOf(type: string | undefined): Format | undefined {
  if (type === "powershell") return "powershell";
  return type === "batch" ? "batch" : undefined;
}
