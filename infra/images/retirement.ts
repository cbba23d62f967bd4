import { Role, RolePolicyAttachment } from "@pulumi/aws/iam";
import { LifecyclePolicy } from "@pulumi/aws/imagebuilder";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { renderTrust } from "../account/policyDocument";
import type { ImagesConfig } from "../config/sections/images";

/**
 * On an AMI as long as it is used: by the fleet of a workload, or as an image's last build. A key for each user, because two
 * may use one AMI, and the first that leaves would take the tag of both.
 */
export function inUseTag(stack: string, user: string): string {
  return `bakeline:in-use-by-${stack}-${user}`;
}

export interface RetirementArgs {
  readonly account: pulumi.Output<Account>;
  readonly stack: string;
  readonly retire: NonNullable<ImagesConfig["retire"]>;
  /** A policy for each image, so that each keeps its own newest: its name, and the workload whose fleet may run it. */
  readonly images: readonly { readonly name: string; readonly workload: string }[];
}

/** AWS's policy for exactly this: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/EC2ImageBuilderLifecycleExecutionPolicy.html */
const executionPolicy = "service-role/EC2ImageBuilderLifecycleExecutionPolicy";

/** AWS's most; what an instance was launched from in a year is not deleted, should its tag be lost. */
const lastLaunched = { unit: "DAYS", value: 365 };

/**
 * Retires images by age: deprecated first, then deleted with their AMIs and snapshots. AWS asks nobody whether a launch
 * template names an AMI, so the AMI that a fleet runs is tagged, and the policy leaves what has such a tag (AWS: "tags that should
 * be excluded from lifecycle actions for the AMIs that have them", read as any of them); and so it leaves the newest few,
 * and what was launched in the last year.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-rules.html
 */
export class Retirement extends pulumi.ComponentResource {
  constructor(name: string, args: RetirementArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:images:Retirement", name, {}, opts);
    const { account, stack, retire, images } = args;
    const parent = { parent: this };
    const role = new Role(
      name,
      { assumeRolePolicy: renderTrust("imagebuilder.amazonaws.com"), tags: { Name: name } },
      parent,
    );
    const attached = new RolePolicyAttachment(
      name,
      {
        role: role.name,
        policyArn: account.apply(({ partition }) => `arn:${partition}:iam::aws:policy/${executionPolicy}`),
      },
      parent,
    );
    for (const image of images)
      new LifecyclePolicy(
        `${name}-${image.name}`,
        {
          name: `${stack}-${image.name}`,
          description: `Retires old images of ${image.name}`,
          executionRole: role.arn,
          resourceType: "AMI_IMAGE",
          status: "ENABLED",
          policyDetails: planRules(retire, [inUseTag(stack, image.workload), inUseTag(stack, image.name)]),
          // Of images, whose tags a pipeline's are; the recipe's name would need a version.
          resourceSelection: { tagMap: { Name: image.name, "bakeline:stack": stack } },
          tags: { Name: `${name}-${image.name}` },
        },
        { ...parent, dependsOn: attached },
      );
    this.registerOutputs({});
  }
}

/** Deprecation and deletion, neither of which touches what is in use. */
export function planRules(
  { deprecateAfterDays, deleteAfterDays, keepAtLeast }: NonNullable<ImagesConfig["retire"]>,
  tags: readonly string[],
) {
  const exclusionRules = {
    amis: { lastLaunched, tagMap: Object.fromEntries(tags.map((tag) => [tag, "true"])) },
  };
  return [
    {
      action: { type: "DEPRECATE", includeResources: { amis: true } },
      filter: { type: "AGE", unit: "DAYS", value: deprecateAfterDays },
      exclusionRules,
    },
    {
      action: { type: "DELETE", includeResources: { amis: true, snapshots: true } },
      filter: { type: "AGE", unit: "DAYS", value: deleteAfterDays, retainAtLeast: keepAtLeast },
      exclusionRules,
    },
  ];
}
