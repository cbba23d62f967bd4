import { readFileSync } from "node:fs";
import path from "node:path";

/** Whether the SDK declares a property of a type as one that cannot be left out. */
export function isRequired(type: string, property: string): boolean {
  const [, file = "", name = ""] = /^aws:([\w/]+):(\w+)$/.exec(type) ?? [];
  const text = declarations.get(file) ?? read(file);
  declarations.set(file, text);
  const [, args = ""] = new RegExp(`export interface ${name}Args \\{([^]*?)\\n\\}`).exec(text) ?? [];
  return new RegExp(`^    ${property}: `, "m").test(args);
}

const declarations = new Map<string, string>();

function read(file: string): string {
  return readFileSync(path.join("node_modules/@pulumi/aws", `${file}.d.ts`), "utf8");
}
