import * as z from "zod";
import { exemptionsSchema } from "./sections/exemptions";
import { hostsSchema } from "./sections/hosts";
import { imagesSchema } from "./sections/images";
import { loadBalancerSchema } from "./sections/loadBalancer";
import { networkSchema } from "./sections/network";
import { notificationsSchema } from "./sections/notifications";
import { policiesSchema } from "./sections/policies";
import { storesSchema } from "./sections/stores/stores";
import { workloadSchema } from "./sections/workload";
import { choice, text } from "./setting";

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
  bootstrapBucket: text(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, {
    description:
      "The name of the stack's own bucket for what instances fetch at boot. Buckets share one namespace in all of AWS, so it cannot be made up.",
    expected: "the name of an S3 bucket, without dots",
    remedy: "write one that begins with your organization's name, such as acme-bakeline-dev",
  }),
  network: networkSchema,
  loadBalancer: loadBalancerSchema,
  notifications: notificationsSchema.default({}),
  workloads: z
    .record(z.string(), workloadSchema)
    .describe("By name: every workload of infra/workloads, and no other."),
  policies: policiesSchema.prefault({}),
  stores: storesSchema.prefault({}),
  exemptions: exemptionsSchema.default([]),
  hosts: hostsSchema.prefault({}),
  images: imagesSchema.prefault({}),
});

/** A stack's settings, checked and with every default filled in. */
export type StackConfig = z.output<typeof stackConfigSchema>;
