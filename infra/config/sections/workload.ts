import * as z from "zod";
import { logRetentionDays } from "../logRetention";
import { integer, text } from "../setting";

export const workloadSchema = z
  .strictObject({
    instanceType: text(/^[a-z][a-z0-9-]*\.(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/, {
      description: "EC2 instance type: https://aws.amazon.com/ec2/instance-types/",
      expected: "an EC2 instance type, family.size, such as t3.micro",
      remedy: "choose one from https://aws.amazon.com/ec2/instance-types/",
    }),
    imageParameter: text(/^(\/[A-Za-z0-9_.-]+)+$/, {
      description:
        "The SSM parameter that holds the id of the AMI: a public one, or one of your own with rootDeviceName beside it.",
      expected: "the full name of an SSM parameter, beginning with a slash",
      remedy: "write one like /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      placeholder: () => "/encrypted",
    }),
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
      description: "Requests per minute and instance that the group scales to keep.",
      remedy: "measure what one instance carries, and choose less",
    }),
    healthCheckGracePeriodSeconds: integer(0, 7200, {
      description: "Seconds from launch during which a failing health check does not replace an instance.",
      remedy: "choose longer than the slowest boot",
    }).default(300),
    logRetentionDays: logRetentionDays("Days that the workload's log group keeps its events."),
  })
  .describe("How one workload runs in this stack.");

export type WorkloadConfig = z.output<typeof workloadSchema>;
