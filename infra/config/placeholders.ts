import { configKey, settingNames } from "./configKeys";
import { isEncrypted } from "./encrypted";
import { isMap, type SettingPath } from "./finding";
import { stackConfigSchema } from "./schema";
import { guidanceAt } from "./schemaAt";

/**
 * A stack's config with every encrypted value that may be one replaced by a well-formed stand-in, so that a stack can be
 * checked and previewed by who cannot decrypt it. An encrypted value elsewhere stays, and is refused by parseStackConfig:
 * it decides what is created.
 * @param values by config key, as a stack file holds them under `config`
 */
export function withPlaceholders(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const regionValue = values[configKey("region")];
  const region = typeof regionValue === "string" ? regionValue : "";
  const replace = (value: unknown, path: SettingPath): unknown => {
    if (isEncrypted(value)) return guidanceAt(stackConfigSchema, path).placeholder?.(region) ?? value;
    if (Array.isArray(value)) return value.map((item, index) => replace(item, [...path, index]));
    if (isMap(value)) return mapValues(value, (item, key) => replace(item, [...path, key]));
    return value;
  };
  const settingOf = new Map(settingNames.map((name) => [configKey(name), name]));
  return mapValues(values, (value, key) => {
    const setting = settingOf.get(key);
    return setting === undefined ? value : replace(value, [setting]);
  });
}

function mapValues(
  map: Readonly<Record<string, unknown>>,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
