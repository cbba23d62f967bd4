import type { Inside } from "../inside";
import { limits } from "../limits";
import { readInit } from "./cfnInit";
import { flatten } from "./intrinsics";
import { field, isMapping, join, type Mapping, mapping, scalar } from "./node";

/** CloudFormation templates: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export function readTemplate(document: unknown, inside: Inside): boolean {
  const resources = field(document, "Resources");
  if (
    !isMapping(resources) ||
    !Object.values(resources).some((resource) => field(resource, "Type") !== undefined)
  )
    return false;
  for (const [name, parameter] of Object.entries(mapping(field(document, "Parameters")))) {
    const value = scalar(field(parameter, "Default"));
    if (value !== undefined && value !== "")
      inside.text({ place: `Parameters.${name}.Default`, name, format: "value" }, value);
  }
  const left = { nodes: limits.documentNodes as number };
  for (const [name, resource] of Object.entries(resources)) {
    readInit(field(resource, "Metadata"), `Resources.${name}.Metadata`, inside);
    readProperties(field(resource, "Properties"), `Resources.${name}.Properties`, "", inside, left, 0);
  }
  for (const section of ["Mappings", "Outputs", "Metadata"])
    readProperties(field(document, section), section, "", inside, left, 0);
  if (left.nodes <= 0)
    inside.unread("Resources", `more than ${limits.documentNodes} nodes or ${limits.documentDepth} levels`);
  return true;
}

/** All values below, functions written out; an environment's variables and user data for what they are. */
function readProperties(
  node: unknown,
  path: string,
  name: string,
  inside: Inside,
  left: { nodes: number },
  depth: number,
): void {
  if (left.nodes-- <= 0 || inside.full) return;
  if (depth > limits.documentDepth) {
    left.nodes = 0;
    return;
  }
  const text = flatten(node, (other) => readValue(other, `${path} (Fn::If)`, name, inside));
  if (text !== undefined) {
    readValue(text, path, name, inside);
  } else if (Array.isArray(node)) {
    for (const [i, item] of node.entries())
      readProperties(item, `${path}[${i}]`, name, inside, left, depth + 1);
  } else if (isMapping(node)) {
    const pair = namedValue(node);
    if (pair !== undefined)
      readProperties(pair.value, join(path, pair.name), pair.name, inside, left, depth + 1);
    else
      for (const [key, value] of Object.entries(node))
        readProperties(value, join(path, key), key, inside, left, depth + 1);
  }
}

/** `{Name, Value}` of a container's variables, `{Key, Value}` of a tag. */
function namedValue(node: Mapping): { name: string; value: unknown } | undefined {
  const name = scalar(node.Name ?? node.Key ?? node.ParameterKey);
  return name !== undefined && "Value" in node ? { name, value: node.Value } : undefined;
}

function readValue(text: string, place: string, name: string, inside: Inside): void {
  if (text === "") return;
  if (name === "UserData") inside.text({ place, type: "user-data" }, text);
  else inside.text({ place, name, format: text.includes("\n") ? undefined : "value" }, text);
}
