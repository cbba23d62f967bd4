import type { Inside } from "../inside";
import type { Format } from "../part";
import { readLeaves } from "./leafParts";
import { field, isMapping, items, mapping, scalar } from "./node";

/** Systems Manager documents: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html */
export function readSsmDocument(document: unknown, inside: Inside): boolean {
  const version = scalar(field(document, "schemaVersion"));
  if (version === undefined || !/^\d\.\d/.test(version) || !isMapping(document)) return false;
  if (document.mainSteps === undefined && document.runtimeConfig === undefined) return false;
  for (const [i, step] of items(document.mainSteps).entries())
    readAction(scalar(field(step, "action")) ?? "", field(step, "inputs"), `mainSteps[${i}].inputs`, inside);
  for (const [plugin, config] of Object.entries(mapping(document.runtimeConfig))) {
    const properties = field(config, "properties");
    for (const [i, inputs] of items(properties).entries())
      readAction(plugin, inputs, `runtimeConfig.${plugin}.properties[${i}]`, inside);
  }
  for (const [name, parameter] of Object.entries(mapping(document.parameters)))
    for (const value of items(field(parameter, "default")))
      readLeaves({ [name]: value }, "parameters", inside);
  return true;
}

/** The language of an action's lines; an automation's `aws:executeScript` says it in its runtime. */
function languageOf(action: string, inputs: unknown): Format | undefined {
  if (action.includes("runPowerShellScript")) return "powershell";
  if (action.includes("runShellScript")) return "shell";
  const runtime = scalar(field(inputs, "Runtime"));
  if (runtime?.startsWith("python")) return "python";
  return runtime?.startsWith("PowerShell") ? "powershell" : undefined;
}

function readAction(action: string, inputs: unknown, place: string, inside: Inside): void {
  const format = languageOf(action, inputs);
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(mapping(inputs))) {
    const script = key === "runCommand" || key === "Script" || key === "commands" ? joined(value) : undefined;
    if (script === undefined) rest[key] = value;
    else
      inside.text(
        { place: `${place}.${key}`, format: format ?? (key === "Script" ? undefined : "shell") },
        script,
      );
  }
  readLeaves(rest, place, inside);
}

/** Lines are a script together: each may use what another set. */
function joined(value: unknown): string | undefined {
  const lines = items(value).map(scalar);
  return lines.some((line) => line === undefined) ? undefined : lines.join("\n");
}
