import type { ImagesConfig } from "../config/sections/images";

export interface DistributionPlanArgs {
  readonly region: string;
  readonly config: ImagesConfig;
  /** The AMIs' name, but for the date of the build. */
  readonly name: string;
}

/** One row a region that an image is in, the stack's own first. */
export interface RegionalImage {
  readonly region: string;
  readonly amiDistributionConfiguration: {
    readonly name: string;
    readonly kmsKeyId?: string;
    readonly launchPermission?: { readonly userIds: string[] };
  };
}

/** Where an image goes, how it is encrypted there, and who else may launch it. */
export function planDistribution({ region, config, name }: DistributionPlanArgs): RegionalImage[] {
  const { copyRegions, keys, shareWithAccounts } = config;
  return [region, ...copyRegions].map((each) => {
    const kmsKeyId = keys[each];
    return {
      region: each,
      amiDistributionConfiguration: {
        name: `${name} {{ imagebuilder:buildDate }}`,
        ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
        ...(shareWithAccounts.length === 0 ? {} : { launchPermission: { userIds: [...shareWithAccounts] } }),
      },
    };
  });
}
