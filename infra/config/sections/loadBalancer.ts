import * as z from "zod";
import { partitionOf } from "../awsRegions";
import { guidanceOf, integer, text } from "../setting";

export const loadBalancerSchema = z
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

export type LoadBalancerConfig = z.output<typeof loadBalancerSchema>;

function placeholderCertificateArn(region: string): string {
  const partition = partitionOf(region);
  const scope = partition === undefined ? "aws:acm:us-east-1" : `${partition}:acm:${region}`;
  return `arn:${scope}:000000000000:certificate/00000000-0000-0000-0000-000000000000`;
}
