import { isUnknownAt } from "../propertyPath";
import type { CheckFailure, ResourceType } from "../resourceType";
import { sdkSchema } from "../schema/sdkSchema";
import { type Declaration, findProperty } from "../schema/shape";
import type { Properties } from "../values";
import { applyAutoName, autoNameOf, type Seed } from "./autoName";
import type { ProviderConfig } from "./config";
import { conform } from "./conform";
import { withDefaults } from "./defaults";
import { applyTagsAll } from "./tagsAll";

export interface CheckRequest {
  /** The resource's logical name, from which a physical one is made. */
  name: string;
  /** The inputs of the last deployment; undefined for a new resource and for a replacement. */
  olds?: Properties;
  news: Properties;
  seed?: Seed;
}

export interface CheckResult {
  inputs: Properties;
  failures: readonly CheckFailure[];
}

/** Inputs as the provider will use them, and every reason why it will not. */
export function check(
  type: ResourceType,
  declaration: Declaration,
  config: ProviderConfig,
  request: CheckRequest,
): CheckResult {
  const declarer = `${type.token} of @pulumi/aws ${sdkSchema.version}`;
  const conformed = conform(declaration.inputs, request.news, declarer);
  const named = applyAutoName(
    autoNameOf(type, declaration.inputs),
    request.name,
    conformed.inputs,
    request.olds,
    request.seed,
  );
  const complete = withRegion(declaration, withDefaults(named.inputs, type.defaults ?? {}), config);
  const refused = (type.validate?.(complete) ?? [])
    // What is not known yet cannot be wrong yet.
    .filter(({ property }) => !isUnknownAt(complete, property));
  return {
    inputs: applyTagsAll(declaration, complete, config.defaultTags),
    failures: [...conformed.failures, ...named.failures, ...refused],
  };
}

/** Since v7 every regional resource has a `region`, which defaults to the provider's. */
function withRegion(declaration: Declaration, inputs: Properties, config: ProviderConfig): Properties {
  if (inputs.region !== undefined || findProperty(declaration.inputs, "region") === undefined) return inputs;
  return { ...inputs, region: config.region };
}
