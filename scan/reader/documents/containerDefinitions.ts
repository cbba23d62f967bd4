import type { Inside } from "../inside";
import { readLeaves } from "./leafParts";
import { field, isMapping, items, join, scalar } from "./node";

/** Container definitions of ECS, alone or in a task definition: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function readContainerDefinitions(document: unknown, inside: Inside): boolean {
  const definitions =
    field(document, "containerDefinitions") ?? field(document, "ContainerDefinitions") ?? document;
  if (!Array.isArray(definitions) || !definitions.some(isContainer)) return false;
  for (const [i, container] of definitions.entries()) readContainer(container, `[${i}]`, inside);
  return true;
}

/** The API's names begin with a small letter, CloudFormation's with a capital one. */
function either(node: unknown, name: string): unknown {
  return field(node, name) ?? field(node, name.charAt(0).toUpperCase() + name.slice(1));
}

function isContainer(node: unknown): boolean {
  return scalar(either(node, "image")) !== undefined && isMapping(node);
}

function readContainer(container: unknown, path: string, inside: Inside): void {
  for (const variable of items(either(container, "environment"))) {
    const name = scalar(either(variable, "name"));
    const value = scalar(either(variable, "value"));
    if (name !== undefined && value !== undefined)
      inside.text(
        {
          place: join(`${path}.environment`, name),
          name,
          format: value.includes("\n") ? undefined : "value",
        },
        value,
      );
  }
  // Words of one command line belong together: a flag and its value.
  for (const key of ["command", "entryPoint"]) {
    const words = items(either(container, key)).map(scalar);
    if (words.length > 0) inside.text({ place: `${path}.${key}`, format: "shell" }, words.join(" "));
  }
  readLeaves(either(container, "dockerLabels"), `${path}.dockerLabels`, inside);
  const logging = either(container, "logConfiguration");
  readLeaves(either(logging, "options"), `${path}.logConfiguration.options`, inside);
}
