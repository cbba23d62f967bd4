import { awsRegions } from "../../../infra/config/awsRegions";
import { unknownRegion } from "../partition";
import type { ProviderConfig } from "../provider/config";
import { conform } from "../provider/conform";
import type { CheckFailure } from "../resourceType";
import { sdkSchema } from "../schema/sdkSchema";
import { findProperty, type ObjectShape } from "../schema/shape";
import { isProperties, UNKNOWN } from "../unknown";
import type { Properties, Value } from "../values";

/** What every provider has, whatever it provides. */
const engineProperties = ["version", "pluginDownloadURL", "__internal"];

/** Arguments of `new aws.Provider` that change nothing here: there are no credentials to find and no service to reach. */
const settings = ["region", "defaultTags"];
const withoutMeaning = [
  "skipCredentialsValidation",
  "skipMetadataApiCheck",
  "skipRegionValidation",
  "skipRequestingAccountId",
];

/** Every reason why the account cannot be used with this configuration. */
export function checkConfiguration(inputs: Properties): readonly CheckFailure[] {
  const given = parseNested(inputs);
  const { failures } = conform(sdkSchema.provider, given, `aws.Provider of @pulumi/aws ${sdkSchema.version}`);
  const unmodelled = Object.keys(given)
    .filter((name) => findProperty(sdkSchema.provider, name) !== undefined)
    .filter((name) => ![...settings, ...withoutMeaning].includes(name));
  return [
    ...failures,
    ...unmodelled.map((property) => ({
      property,
      reason: "the simulated account does not model this setting of the provider; leave it out",
    })),
    ...(given.region === undefined
      ? [
          {
            property: "region",
            reason: "expected a region, got none; set aws:region or the provider's region",
          },
        ]
      : []),
    ...(typeof given.region !== "string" || given.region === UNKNOWN || awsRegions.includes(given.region)
      ? []
      : [{ property: "region", reason: unknownRegion(given.region) }]),
  ];
}

/** What the provider works with. */
export function readConfiguration(inputs: Properties): ProviderConfig {
  const { region, defaultTags } = parseNested(inputs);
  const tags = isProperties(defaultTags) ? defaultTags.tags : undefined;
  return {
    region: typeof region === "string" ? region : UNKNOWN,
    defaultTags: isProperties(tags) ? tags : {},
  };
}

/** The SDKs send every setting of a provider as a string, and one with parts as JSON inside it. */
function parseNested(inputs: Properties): Properties {
  const entries = Object.entries(inputs).filter(([name]) => !engineProperties.includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, parseSetting(sdkSchema.provider, name, value)]),
  );
}

function parseSetting(shape: ObjectShape, name: string, value: Value): Value {
  const declared = findProperty(shape, name)?.shape;
  if (typeof value !== "string" || value === UNKNOWN || typeof declared === "string") return value;
  try {
    const parsed: Value = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
}
