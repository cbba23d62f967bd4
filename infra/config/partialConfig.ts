import * as z from "zod";
import type { Finding, SettingPath } from "./finding";
import { isMap } from "./finding";
import { stackConfigSchema } from "./schema";
import { partialHostsSchema } from "./sections/hosts";
import { releaseSchema } from "./sections/workload";

const { region, environment, images, network, loadBalancer, policies, stores, workloads } =
  stackConfigSchema.shape;

const partialSchema = z.object({
  region: region.optional(),
  environment: environment.optional(),
  network: network.partial().default({}),
  loadBalancer: loadBalancer.partial().default({}),
  policies: policies.unwrap().partial().default({}),
  images: images.unwrap().partial().default({}),
  hosts: partialHostsSchema.prefault({}),
  stores,
  workloads: z
    .record(
      z.string(),
      workloads.valueType
        .partial()
        .extend({ releases: z.record(z.string(), releaseSchema.partial()).default({}) }),
    )
    .default({}),
});

/** The settings that are right each by itself: what checks across settings may build on, so that all errors come at once. */
export type PartialConfig = z.output<typeof partialSchema>;

/** Leaves out what the findings name. */
export function parsePartialConfig(settings: unknown, findings: readonly Finding[]): PartialConfig {
  return partialSchema.parse(
    findings.reduce<unknown>((rest, { path }) => without(rest, wholeStore(path)), settings) ?? {},
  );
}

/** Of a store all is left out: what its other settings mean depends on its kind. */
function wholeStore(path: SettingPath): SettingPath {
  return path[0] === "stores" ? path.slice(0, 3) : path;
}

/** The value less what is at the path: of a list the whole list, because its other items would move. */
function without(value: unknown, [key, ...rest]: SettingPath): unknown {
  if (key === undefined || !isMap(value)) return undefined;
  const { [key]: at, ...others } = value;
  const left = rest.length === 0 ? undefined : without(at, rest);
  return left === undefined ? others : { ...others, [key]: left };
}
