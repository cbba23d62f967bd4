import { Tag } from "@pulumi/aws/ec2";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { BootObjects } from "../compute/bootObjects";
import { lookUpVendorImage } from "../compute/vendorImage";
import type { ImagesConfig } from "../config/sections/images";
import type { WorkloadPlan } from "../workloads/plan";
import type { ImageBuilder } from "./imageBuilder";
import { inUseTag } from "./retirement";
import { WorkloadImage } from "./workloadImage";

export interface FleetImageArgs {
  readonly stack: string;
  readonly region: string;
  readonly plan: WorkloadPlan;
  readonly config: ImagesConfig;
  /** Holds the images' documents and releases. */
  readonly objects: BootObjects;
  readonly builder: ImageBuilder;
  readonly findImageCommit: (digest: string) => string | undefined;
}

/**
 * The image that a fleet runs, and those it is built on. Its id is in Parameter Store, with all that were before it as
 * the parameter's history: `/bakeline/<stack>/<workload>/<tier>/ami`. (The stack, not the environment: two people may
 * each have a dev in one account.)
 *
 * Nothing has to exist before the first update: it builds the images, and the fleet comes after them. From then on a
 * change of what is baked builds anew and moves the parameter, and with it the fleet; `imageId` in the stack file holds
 * it where it is, or takes it back, by a reviewed change that builds nothing.
 */
export class FleetImage extends pulumi.ComponentResource {
  /** The id of the AMI, as the parameter has it. */
  readonly imageId: pulumi.Output<string>;

  constructor(name: string, args: FleetImageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:images:FleetImage", name, {}, opts);
    const { stack, region, plan, config, objects, builder, findImageCommit } = args;
    const { workload, settings, images } = plan;
    const vendor = lookUpVendorImage(settings.imageParameter, { parent: this });

    let parentImage: pulumi.Output<string> = vendor.id;
    let built: pulumi.Output<string> = vendor.id;
    for (const image of images) {
      const workloadImage = new WorkloadImage(
        image.name,
        {
          stack,
          workload: workload.name,
          region,
          config,
          plan: image,
          objects,
          parentImage,
          vendor,
          commit: findImageCommit(image.digest),
          infrastructureArn: builder.infrastructureArn,
        },
        { parent: this },
      );
      parentImage = workloadImage.arn;
      built = workloadImage.amiId;
      // What the next tier's recipe names as its parent is used, too.
      if (config.retire !== undefined) this.markInUse(image.name, inUseTag(stack, image.name), built);
    }
    const parameterName = `${name}-${settings.tier}-ami`;
    const parameter = new Parameter(
      parameterName,
      {
        name: `/bakeline/${stack}/${workload.name}/${settings.tier}/ami`,
        description: `The AMI that ${workload.name} of ${stack} runs`,
        type: "String",
        dataType: "aws:ec2:image",
        // Ids of images are no secret; as one they would make the whole template opaque to policies.
        insecureValue: settings.imageId ?? built,
        tags: { Name: parameterName },
      },
      { parent: this },
    );

    this.imageId = parameter.insecureValue;
    if (config.retire !== undefined) this.markInUse(name, inUseTag(stack, workload.name), this.imageId);
    this.registerOutputs({ imageId: this.imageId });
  }

  /** Until the fleet has left: a tag that moves is deleted when the update that moved it ends. */
  private markInUse(name: string, key: string, resourceId: pulumi.Output<string>): void {
    new Tag(`${name}-in-use`, { resourceId, key, value: "true" }, { parent: this });
  }
}
