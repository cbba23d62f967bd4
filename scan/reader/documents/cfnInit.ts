import type { Inside } from "../inside";
import { flatten } from "./intrinsics";
import { readLeaves } from "./leafParts";
import { field, isMapping, items, mapping, scalar } from "./node";

/** `AWS::CloudFormation::Init`: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-init.html */
export function readInit(metadata: unknown, path: string, inside: Inside): void {
  const init = field(metadata, "AWS::CloudFormation::Init");
  for (const [name, config] of Object.entries(mapping(init))) {
    if (name === "configSets") continue;
    const place = `${path}.AWS::CloudFormation::Init.${name}`;
    for (const [file, spec] of Object.entries(mapping(field(config, "files"))))
      readFile(file, spec, `${place}.files.${file}`, inside);
    for (const [command, spec] of Object.entries(mapping(field(config, "commands"))))
      readCommand(spec, `${place}.commands.${command}`, inside);
    for (const section of ["sources", "users", "services"])
      readLeaves(field(config, section), `${place}.${section}`, inside);
  }
  const others = Object.entries(mapping(metadata)).filter(([key]) => key !== "AWS::CloudFormation::Init");
  readLeaves(Object.fromEntries(others), path, inside);
}

function readFile(name: string, spec: unknown, place: string, inside: Inside): void {
  const content = field(spec, "content");
  const read = (text: string, at: string) => {
    if (scalar(field(spec, "encoding")) === "base64")
      inside.bytes({ place: at, name }, Buffer.from(text, "base64"));
    else inside.text({ place: at, name }, text);
  };
  const text = flatten(content, (other) => read(other, `${place}.content (Fn::If)`));
  if (text !== undefined) read(text, `${place}.content`);
  // A mapping is written as JSON.
  else if (isMapping(content))
    inside.text({ place: `${place}.content`, name, format: "json" }, JSON.stringify(content, null, 2));
  const source = flatten(field(spec, "source"), () => {});
  if (source !== undefined) {
    inside.text({ place: `${place}.source`, name: "source", format: "value" }, source);
    inside.unread(`${place}.source`, "it is fetched at boot from an address");
  }
  readLeaves(field(spec, "context"), `${place}.context`, inside);
  readLeaves(field(spec, "authentication"), `${place}.authentication`, inside);
}

function readCommand(spec: unknown, place: string, inside: Inside): void {
  const words = items(field(spec, "command")).map((word) => flatten(word, () => {}) ?? "");
  if (words.length > 0) inside.text({ place: `${place}.command`, format: "shell" }, words.join(" "));
  const test = flatten(field(spec, "test"), () => {});
  if (test !== undefined) inside.text({ place: `${place}.test`, format: "shell" }, test);
  for (const [name, value] of Object.entries(mapping(field(spec, "env")))) {
    const text = flatten(value, () => {});
    if (text !== undefined) inside.text({ place: `${place}.env.${name}`, name, format: "value" }, text);
  }
}
