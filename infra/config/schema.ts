import * as z from "zod";
import { partitionOf } from "./awsRegions";
import { cidrBlock } from "./cidrBlock";
import { logRetentionDays } from "./logRetention";
import { choice, guidanceOf, integer, text } from "./setting";

const availabilityZone = text(/^[a-z]{2,4}(-[a-z]+)+-\d[a-z]$/, {
  description: "An Availability Zone of aws:region, by name.",
  expected: "the name of an Availability Zone such as eu-west-1a",
  remedy: "write the region's name followed by the zone's letter",
});

const networkSchema = z
  .strictObject({
    cidrBlock: cidrBlock(
      "The VPC's addresses: a private block (RFC 1918) of /16 to /20. It can never be changed in place.",
    ),
    reservedCidrBlocks: z
      .array(cidrBlock("A block in use elsewhere."))
      .describe(
        "Blocks of networks that this VPC may be connected to one day (peering, VPN). A cidrBlock that overlaps one of them is refused.",
      )
      .register(guidanceOf, {
        expected: "a list of IPv4 CIDR blocks",
        remedy: "list the blocks of the networks that this VPC may be connected to, or leave it out",
      })
      .default([]),
    // Two, because an Application Load Balancer has subnets of at least two zones:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
    availabilityZones: z
      .array(availabilityZone)
      .min(2)
      .max(4)
      .describe("2 to 4 zones of aws:region, each with a public and a private subnet.")
      .register(guidanceOf, {
        expected: "a list of 2 to 4 Availability Zones",
        remedy:
          "list zones of aws:region: a load balancer needs two, and more than four add cost, not safety",
      }),
    natGateways: choice(["single", "one-per-zone"], {
      description:
        "single: one NAT gateway, and no way out of any private subnet when its zone fails. one-per-zone: each zone on its own. Each bills by the hour.",
      remedy: "choose single to save money, one-per-zone to survive the loss of a zone",
    }),
    flowLogRetentionDays: logRetentionDays("Days that VPC flow logs are kept."),
  })
  .describe("The VPC and its subnets.");

const loadBalancerSchema = z
  .strictObject({
    certificateArn: text(
      /^arn:aws(-[a-z]+)*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      {
        description: "The ACM certificate of the HTTPS listener, in aws:region.",
        expected: "the ARN of an ACM certificate, arn:aws:acm:<region>:<12-digit account>:certificate/<id>",
        remedy: "copy it from `aws acm list-certificates`",
        placeholder: placeholderCertificateArn,
      },
    ),
    accessLogRetentionDays: integer(1, 3650, {
      description: "Days after which the bucket's lifecycle rule deletes access logs.",
      remedy: "choose how long requests must be traceable",
    }),
    deletionProtection: z
      .boolean()
      .describe("Whether AWS refuses to delete the load balancer. prod: must be true.")
      .register(guidanceOf, {
        expected: "true or false",
        remedy: "write true where losing the load balancer is an outage",
      })
      .default(true),
  })
  .describe("The Application Load Balancer in front of every workload.");

const notificationsSchema = z
  .strictObject({
    email: text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
      description:
        "Subscribed to the alarms' topic; AWS asks the address to confirm. Omitted: alarms reach the topic only.",
      expected: "an e-mail address",
      remedy: "write name@domain, or leave it out",
      placeholder: () => "encrypted@example.com",
    }).optional(),
  })
  .describe("Who hears of alarms.");

const workloadSchema = z
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

const enforcementLevel = (description: string) =>
  choice(["advisory", "mandatory"], {
    description,
    remedy: "choose advisory to warn, mandatory to refuse; prod: must be mandatory",
  }).default("mandatory");

const policiesSchema = z
  .strictObject({
    imds: enforcementLevel("What a violation of the imds pack does."),
    encryption: enforcementLevel("What a violation of the encryption pack does."),
  })
  .describe("Enforcement level of each policy pack.");

function placeholderCertificateArn(region: string): string {
  const partition = partitionOf(region);
  const scope = partition === undefined ? "aws:acm:us-east-1" : `${partition}:acm:${region}`;
  return `arn:${scope}:000000000000:certificate/00000000-0000-0000-0000-000000000000`;
}

/** All of a stack's settings. Their names in the stack file: `configKey` in configKeys.ts. */
export const stackConfigSchema = z.strictObject({
  region: text(/^[a-z]{2,4}(-[a-z]+)+-\d$/, {
    description: "The AWS region that everything is created in.",
    expected: "the name of an AWS region such as eu-west-1",
    remedy:
      "choose one from https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html",
  }),
  environment: choice(["dev", "staging", "prod"], {
    description: "What the stack is for: a tag of every resource. prod brings stricter checks.",
    remedy: "choose the one whose rules this stack shall obey",
  }),
  network: networkSchema,
  loadBalancer: loadBalancerSchema,
  notifications: notificationsSchema.default({}),
  workloads: z
    .record(z.string(), workloadSchema)
    .describe("By name: every workload of infra/workloads, and no other."),
  policies: policiesSchema.prefault({}),
});

/** A stack's settings, checked and with every default filled in. */
export type StackConfig = z.output<typeof stackConfigSchema>;
export type NetworkConfig = z.output<typeof networkSchema>;
export type LoadBalancerConfig = z.output<typeof loadBalancerSchema>;
export type NotificationsConfig = z.output<typeof notificationsSchema>;
export type WorkloadConfig = z.output<typeof workloadSchema>;
