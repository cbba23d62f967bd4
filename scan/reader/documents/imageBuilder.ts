import type { Inside } from "../inside";
import type { Format } from "../part";
import { readLeaves } from "./leafParts";
import { field, items, mapping, scalar } from "./node";

/**
 * Components and workflows of EC2 Image Builder:
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html, toe-action-modules.html
 */
export function readImageBuilderDocument(document: unknown, inside: Inside): boolean {
  if (scalar(field(document, "schemaVersion")) === undefined) return false;
  const phases = field(document, "phases");
  const steps = field(document, "steps");
  if (!Array.isArray(phases) && !Array.isArray(steps)) return false;
  for (const [i, phase] of items(phases).entries())
    readSteps(field(phase, "steps"), `phases[${i}].steps`, inside);
  readSteps(steps, "steps", inside);
  readLeaves(field(document, "constants"), "constants", inside);
  for (const [i, parameter] of items(field(document, "parameters")).entries())
    readLeaves(parameter, `parameters[${i}]`, inside);
  return true;
}

const languages: Readonly<Record<string, Format>> = {
  ExecuteBash: "shell",
  ExecutePowerShell: "powershell",
};

function readSteps(steps: unknown, path: string, inside: Inside): void {
  for (const [i, step] of items(steps).entries()) {
    const action = scalar(field(step, "action")) ?? "";
    const place = `${path}[${i}].inputs`;
    for (const [j, input] of items(field(step, "inputs")).entries())
      readInput(action, input, Array.isArray(field(step, "inputs")) ? `${place}[${j}]` : place, inside);
    if (field(step, "loop") !== undefined) readLeaves(field(step, "loop"), `${path}[${i}].loop`, inside);
  }
}

function readInput(action: string, input: unknown, place: string, inside: Inside): void {
  const rest: Record<string, unknown> = { ...mapping(input) };
  const format = Object.hasOwn(languages, action) ? languages[action] : undefined;
  const commands = items(rest.commands).map(scalar);
  if (format !== undefined && commands.length > 0 && commands.every((line) => line !== undefined)) {
    delete rest.commands;
    inside.text({ place: `${place}.commands`, format }, commands.join("\n"));
  }
  const content = scalar(rest.content);
  if (content !== undefined) {
    delete rest.content;
    inside.text({ place: `${place}.content`, name: scalar(rest.path) }, content);
  }
  readLeaves(rest, place, inside);
}
