import * as z from "zod";
import { tiers } from "../../bakeline/tier";
import { logRetentionDays } from "../logRetention";
import { choice, guidanceOf, integer, text } from "../setting";
import { rolloutSchema } from "./rollout";

export const releaseSchema = z
  .strictObject({
    bucket: text(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, {
      description:
        "The bucket that releases are built into. It must exist, and who deploys must be able to read it.",
      expected: "the name of an S3 bucket without dots",
      remedy: "write the bucket that your builds put releases into",
      placeholder: () => "encrypted",
    }),
    key: text(/^[A-Za-z0-9._-][A-Za-z0-9._/-]{0,900}$/, {
      description: "The key of the release there: a .tar.gz of what the artifact's directory shall hold.",
      expected: "letters, digits and . _ - / of a key",
      remedy: "write the key without a slash at its beginning, such as web/1.4.2.tar.gz",
      placeholder: () => "encrypted",
    }),
    version: text(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/, {
      description: "What people call the release.",
      expected: "letters, digits and . _ + - such as 1.4.2",
      remedy: "write the version that was built; quote it where YAML would read a number",
    }),
    sha256: text(/^[0-9a-f]{64}$/, {
      description: "SHA-256 of the archive. No instance, and no image, uses an archive with another.",
      expected: "64 hexadecimal digits in lower case",
      remedy: "copy it from `sha256sum`",
    }),
  })
  .describe("A release of an artifact.");

export type Release = z.output<typeof releaseSchema>;

export const workloadSchema = z
  .strictObject({
    tier: choice(tiers, {
      description:
        "How much of the workload its image holds. base: nothing, all is done at first boot. foundational: packages and runtimes. full: the application too.",
      remedy: "choose base or foundational to iterate fast, full for the shortest boot",
    }),
    releases: z
      .record(z.string(), releaseSchema)
      .describe("By artifact of the workload's steps: the release that runs.")
      .register(guidanceOf, {
        expected: "a map of releases by artifact",
        remedy: "indent one release below each artifact's name",
      })
      .default({}),
    instanceType: text(/^[a-z][a-z0-9-]*\.(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/, {
      description: "EC2 instance type: https://aws.amazon.com/ec2/instance-types/",
      expected: "an EC2 instance type, family.size, such as t3.micro",
      remedy: "choose one from https://aws.amazon.com/ec2/instance-types/",
    }),
    imageParameter: text(/^(\/[A-Za-z0-9_.-]+)+$/, {
      description:
        "The SSM parameter that holds the id of the vendor's AMI, or of one of your own with rootDeviceName beside it: what the base tier runs, and what the images of other tiers are built on.",
      expected: "the full name of an SSM parameter, beginning with a slash",
      remedy: "write one like /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      placeholder: () => "/encrypted",
    }),
    imageId: text(/^ami-[0-9a-f]{8,17}$/, {
      description:
        "The AMI to run in place of the one that was built last: what a fleet goes back to, or is not to leave yet. Left out: the last one built, or the vendor's under the base tier. `aws ssm get-parameter-history` names the ones before.",
      expected: "the id of an AMI such as ami-0a1b2c3d4e5f67890",
      remedy:
        "copy it from the history of the parameter /bakeline/<stack>/<workload>/<tier>/ami, or leave it out",
    }).optional(),
    rootDeviceName: text(/^\/dev\/(sd|xvd)[a-z]\d{0,2}$/, {
      description:
        "The root device of the AMI, which the launch template encrypts under this name. Needed where imageParameter is of no family in infra/compute/rootDevice.ts.",
      expected: "a device name such as /dev/xvda or /dev/sda1",
      remedy:
        'copy it from `aws ec2 describe-images --image-ids <id> --query "Images[].RootDeviceName"`, or leave it out for a known family',
    }).optional(),
    rootVolumeSizeGiB: integer(8, 16384, {
      description: "Size of the encrypted gp3 root volume in GiB; billed by the GiB.",
      remedy: "choose at least the size of the AMI's own root volume",
    }),
    minSize: integer(1, 5000, {
      description: "Fewest instances of the Auto Scaling group. prod: at least 2.",
      remedy: "choose how many instances carry the quietest hour",
    }),
    maxSize: integer(1, 5000, {
      description: "Most instances of the Auto Scaling group, and so the ceiling of its cost.",
      remedy: "choose how many instances carry the busiest hour",
    }),
    targetCpuUtilization: integer(10, 90, {
      description: "Average CPU, in percent, that the group scales to keep.",
      remedy: "choose a percentage that leaves room for the minutes until a new instance serves",
    }).default(60),
    targetRequestsPerTarget: integer(1, 1_000_000, {
      description:
        "Requests per minute and instance that the group scales to keep. Of a workload that the load balancer sends requests to, and no other.",
      remedy: "measure what one instance carries, and choose less",
    }).optional(),
    healthCheckGracePeriodSeconds: integer(0, 7200, {
      description: "Seconds from launch during which a failing health check does not replace an instance.",
      remedy: "choose longer than the slowest boot",
    }).default(300),
    rollout: rolloutSchema.prefault({}),
    logRetentionDays: logRetentionDays("Days that the workload's log group keeps its events."),
  })
  .describe("How one workload runs in this stack.");

export type WorkloadConfig = z.output<typeof workloadSchema>;
