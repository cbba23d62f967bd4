import type { SettingPath } from "./finding";
import { stackConfigSchema } from "./schema";

/** The project's name in Pulumi.yaml, and so the namespace of its own config keys. */
export const project = "bakeline";

/** The names of StackConfig's settings. */
export const settingNames: readonly string[] = Object.keys(stackConfigSchema.shape);

/** The key in a stack file: `aws:region`, because pulumi's own tools read the region there; else `bakeline:<name>`. */
export function configKey(setting: string): string {
  return setting === "region" ? "aws:region" : `${project}:${setting}`;
}

/** Every config key that the program reads. */
export const configKeys: readonly string[] = settingNames.map(configKey);

/** A path as the user wrote it: `bakeline:network.availabilityZones[1]`. */
export function renderPath([setting, ...rest]: SettingPath): string {
  const name = setting === undefined ? project : configKey(String(setting));
  return name + renderBelow(rest);
}

/** A path from what it is below: `.availabilityZones[1]`. */
export function renderBelow(path: SettingPath): string {
  return path.map(renderSegment).join("");
}

function renderSegment(segment: string | number): string {
  if (typeof segment === "number") return `[${segment}]`;
  return /^[A-Za-z_][\w-]*$/.test(segment) ? `.${segment}` : `[${JSON.stringify(segment)}]`;
}
