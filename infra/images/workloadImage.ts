import {
  Component,
  DistributionConfiguration,
  Image,
  ImagePipeline,
  ImageRecipe,
} from "@pulumi/aws/imagebuilder";
import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../bakeline/tier";
import type { BootObjects } from "../compute/bootObjects";
import type { ImagesConfig } from "../config/sections/images";
import { planDistribution } from "./distributionPlan";
import type { ImagePlan } from "./imagePlan";
import { componentVersionOf, imageVersionOf, recordedRevisions, type VendorImage } from "./revision";

export interface WorkloadImageArgs {
  readonly stack: string;
  readonly workload: string;
  readonly region: string;
  readonly config: ImagesConfig;
  readonly plan: ImagePlan;
  /** Holds the plan's document, and the releases that its steps unpack. */
  readonly objects: BootObjects;
  /** The id of an AMI, or the ARN of an image of Image Builder's. */
  readonly parentImage: pulumi.Input<string>;
  /** What it is built on in the end. */
  readonly vendor: pulumi.Output<VendorImage>;
  /** The commit that recorded its content; undefined until there is one. */
  readonly commit: string | undefined;
  readonly infrastructureArn: pulumi.Input<string>;
}

/** Minutes that the tests of an image may take; Image Builder's least. */
const imageTests = { imageTestsEnabled: true, timeoutMinutes: 60 };

/**
 * An image of a workload, built and tested while the update waits for it (10 to 40 minutes by what people report; Image
 * Builder itself costs nothing, its instance does). A build or a test that fails fails the update, before any fleet is
 * touched. The same content is never built twice; other content is another version, beside the one that fleets use.
 *
 * AMIs outlive their images here: Image Builder leaves them in EC2 when an image is deleted, so that a fleet can go back.
 */
export class WorkloadImage extends pulumi.ComponentResource {
  /** The id of the AMI. */
  readonly amiId: pulumi.Output<string>;
  /** By which the next tier's names it as its parent. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: WorkloadImageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:images:WorkloadImage", name, {}, opts);
    const { stack, workload, plan, region, config, infrastructureArn } = args;
    const tags = { Name: name, workload, tier: plan.tier };
    // Of a fixed name, which the account's lists can be read by; its version makes it another beside the old one.
    const builderName = `${stack}-${name}`;
    const schedule = scheduleOf(config, plan.tier);
    // What a schedule built is of this component and this recipe: AWS refuses to delete them, and history needs them.
    const versioned = { parent: this, deleteBeforeReplace: false, retainOnDelete: schedule !== undefined };

    const component = new Component(
      name,
      {
        name: builderName,
        platform: "Linux",
        version: componentVersionOf(recordedRevisions, plan),
        uri: args.objects.uriOf(plan.document),
        tags,
      },
      versioned,
    );
    const version = args.vendor.apply((vendor) => imageVersionOf(recordedRevisions, plan, vendor));
    const recipe = new ImageRecipe(
      name,
      {
        name: builderName,
        version,
        parentImage: args.parentImage,
        components: [{ componentArn: component.arn }],
        blockDeviceMappings: [...plan.blockDeviceMappings],
        tags,
      },
      versioned,
    );
    const distribution = new DistributionConfiguration(
      name,
      {
        name: builderName,
        distributions: planDistribution({ region, config, name: builderName }).map(
          ({ region: to, amiDistributionConfiguration }) => ({
            region: to,
            amiDistributionConfiguration: {
              ...amiDistributionConfiguration,
              // Here, where they can change in place: in the recipe they would be a reason for another version.
              amiTags: {
                ...tags,
                Version: version,
                Tier: plan.tier,
                BuildDate: "{{ imagebuilder:buildDate }}",
                ...(args.commit === undefined ? {} : { GitCommit: args.commit }),
              },
            },
          }),
        ),
        tags,
      },
      { parent: this },
    );
    const builds = {
      imageRecipeArn: recipe.arn,
      infrastructureConfigurationArn: infrastructureArn,
      distributionConfigurationArn: distribution.arn,
      imageTestsConfiguration: imageTests,
    };
    const scanned = config.scan ? { imageScanningConfiguration: { imageScanningEnabled: true } } : {};
    const image = new Image(
      name,
      { ...builds, ...scanned, tags },
      { parent: this, retainOnDelete: schedule !== undefined, dependsOn: args.objects },
    );
    // The same image once more, with the packages of another day: on its schedule, or for whoever asks. What it makes is
    // used once its id is in the stack file, which `npm run image -- promote` writes.
    new ImagePipeline(
      name,
      {
        name: builderName,
        ...builds,
        ...scanned,
        ...(schedule === undefined ? {} : { schedule: { scheduleExpression: schedule } }),
        tags,
      },
      { parent: this },
    );

    this.amiId = image.outputResources.apply((resources) => amiOf(name, region, resources));
    this.arn = image.arn;
    this.registerOutputs({ amiId: this.amiId });
  }
}

function amiOf(
  name: string,
  region: string,
  resources: readonly { readonly amis: readonly { readonly image: string; readonly region: string }[] }[],
): string {
  const ami = resources.flatMap(({ amis }) => amis).find((each) => each.region === region);
  if (ami === undefined) throw new Error(`image ${name}: expected an AMI in ${region}, got none`);
  return ami.image;
}

function scheduleOf({ schedules }: ImagesConfig, tier: Tier): string | undefined {
  return tier === "base" ? undefined : schedules[tier];
}
