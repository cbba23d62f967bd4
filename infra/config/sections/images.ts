import * as z from "zod";
import { guidanceOf, integer, text } from "../setting";
import { regionName } from "./stores/regionName";

function schedule(description: string) {
  return text(/^cron\([^()]+\)$/, {
    description: `${description} Left out: only an update builds. https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html`,
    expected: "an expression such as cron(0 3 ? * sun *), in UTC",
    remedy: "write cron(minutes hours day-of-month month day-of-week year), or leave it out",
  }).optional();
}

/** What stacks set differently about their images; the images themselves follow from tiers and workloads. */
export const imagesSchema = z
  .strictObject({
    schedules: z
      .strictObject({
        foundational: schedule("When the foundational images are built again, with that day's packages."),
        full: schedule("When the full images are built again."),
      })
      .describe(
        "By tier: when its pipelines run. A build costs its instances while they run, about 0.05 USD.",
      )
      .register(guidanceOf, {
        expected: "schedules by tier",
        remedy: "indent foundational and full below it",
      })
      .default({}),
    scan: z
      .boolean()
      .describe(
        "Whether Amazon Inspector scans what is built for vulnerabilities. Inspector must be on in the account, and bills each instance that it looks at.",
      )
      .register(guidanceOf, { expected: "true or false", remedy: "turn Inspector on before you write true" })
      .default(false),
    copyRegions: z
      .array(regionName("A region that gets a copy."))
      .describe("Regions that get a copy of each image, to start again in. Each copy bills its snapshot.")
      .register(guidanceOf, {
        expected: "a list of AWS regions",
        remedy: "list regions other than the stack's own, or leave it out",
      })
      .default([]),
    shareWithAccounts: z
      .array(
        text(/^\d{12}$/, {
          description: "An account that may launch the images.",
          expected: "twelve digits, in quotes",
          remedy: "write the account's id in quotes, or YAML reads a number",
        }),
      )
      .describe("Accounts that may launch the images, in every region where they are. Needs keys.")
      .register(guidanceOf, { expected: "a list of account ids", remedy: "leave it out to share with none" })
      .default([]),
    keys: z
      .record(
        z.string(),
        text(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]+$/, {
          description: "The ARN of a KMS key in that region.",
          expected: "the ARN of a KMS key",
          remedy: "write the key's ARN, not that of an alias",
        }),
      )
      .describe(
        "By region: the KMS key that images there are encrypted with. Left out: AWS's own key, with which an image cannot be shared.",
      )
      .register(guidanceOf, {
        expected: "a map of key ARNs by region",
        remedy: "indent one ARN below each region",
      })
      .default({}),
    retire: z
      .strictObject({
        deprecateAfterDays: integer(1, 1000, {
          description: "Days after which an image is deprecated: still there, no longer offered.",
          remedy: "choose fewer days than deleteAfterDays",
        }),
        deleteAfterDays: integer(2, 1000, {
          description:
            "Days after which an image is deleted, its AMIs deregistered and their snapshots deleted.",
          remedy: "choose longer than you may want to go back",
        }),
        keepAtLeast: integer(1, 10, {
          description: "The newest images that are kept whatever their age.",
          remedy: "choose how many steps back you may want to go, at most 10",
        }),
      })
      .describe("When images are retired, never one that a fleet of the stack runs. Left out: never.")
      .register(guidanceOf, {
        expected: "deprecateAfterDays, deleteAfterDays and keepAtLeast",
        remedy: "write all three, or leave retire out",
      })
      .optional(),
  })
  .describe("How images are built again, copied, shared and retired.");

export type ImagesConfig = z.output<typeof imagesSchema>;
