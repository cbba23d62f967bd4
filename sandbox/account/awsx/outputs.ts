import type { Properties, Value } from "../values";
import type { ComponentPlan, PlannedOutput } from "./plan";

/** What became of one planned resource, as its two kinds of output show it. */
export interface Made {
  id: Value;
  /** The resource as a whole. */
  resource: Value;
}

/** A component's outputs, once everything planned is made. */
export function renderOutputs(outputs: ComponentPlan["outputs"], made: (key: string) => Made): Properties {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [name, renderOutput(output, made)]),
  );
}

function renderOutput(output: PlannedOutput, made: (key: string) => Made): Value {
  switch (output.kind) {
    case "resource":
      return made(output.key).resource;
    case "resources":
      return output.keys.map((key) => made(key).resource);
    case "id":
      return made(output.key).id;
    case "ids":
      return output.keys.map((key) => made(key).id);
    case "value":
      return output.value;
    default:
      return output satisfies never;
  }
}

/** The planned resources that an output shows. */
export function keysOf(output: PlannedOutput): readonly string[] {
  switch (output.kind) {
    case "resource":
    case "id":
      return [output.key];
    case "resources":
    case "ids":
      return output.keys;
    case "value":
      return [];
    default:
      return output satisfies never;
  }
}
