import type { Entry } from "./accountView";
import { isProperties } from "./unknown";
import type { Properties, Value } from "./values";

/** An entry as a file for people: indented JSON with a last newline. */
export function renderEntry(entry: Entry): string {
  return `${JSON.stringify({ token: entry.token, id: entry.id, properties: entry.properties }, undefined, 2)}\n`;
}

/** @throws Error naming the file when someone's edit left no entry there */
export function parseEntry(text: string, file: string): Entry {
  const value = parseJson(text, file);
  const { token, id, properties }: Properties = isProperties(value) ? value : {};
  if (typeof token !== "string" || typeof id !== "string" || !isProperties(properties))
    throw new Error(
      `${file}: expected {"token": string, "id": string, "properties": object}; ` +
        "restore the file, or delete it to make the resource vanish from the account",
    );
  return { token, id, properties };
}

function parseJson(text: string, file: string): Value {
  try {
    const value: Value = JSON.parse(text);
    return value;
  } catch (error) {
    throw new Error(`${file}: expected JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
