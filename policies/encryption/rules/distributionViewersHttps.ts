import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { eachOf } from "../../values";
import { exampleDistribution, webBehavior } from "../exampleDistribution";

export const distributionViewersHttps = defineRule({
  id: "cloudfront-distribution-viewers-https",
  title: "CloudFront talks HTTPS with viewers, and answers HTTP with nothing but a redirect to it.",
  severity: "high",
  type: "aws:cloudfront/distribution:Distribution",
  remedy: 'Set viewerProtocolPolicy to "redirect-to-https" or "https-only".',
  fsbp: "CloudFront.3",
  references: [
    {
      title: "Require HTTPS for communication between viewers and CloudFront",
      url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
    },
  ],
  evaluate: ({ defaultCacheBehavior, orderedCacheBehaviors }, separately) =>
    separately(
      () => findPlain(defaultCacheBehavior?.viewerProtocolPolicy, "defaultCacheBehavior"),
      ...eachOf(orderedCacheBehaviors, ({ viewerProtocolPolicy }, index) =>
        findPlain(viewerProtocolPolicy, `orderedCacheBehaviors[${index}]`),
      ),
    ),
  examples: {
    pass: [
      { name: "redirects viewers to HTTPS", properties: exampleDistribution },
      {
        name: "does so for every path",
        properties: {
          ...exampleDistribution,
          orderedCacheBehaviors: [
            { ...webBehavior, pathPattern: "/api/*", viewerProtocolPolicy: "https-only" },
          ],
        },
      },
    ],
    fail: [
      {
        name: "serves over HTTP",
        properties: {
          ...exampleDistribution,
          defaultCacheBehavior: { ...webBehavior, viewerProtocolPolicy: "allow-all" },
        },
        finds: [
          'defaultCacheBehavior.viewerProtocolPolicy: expected "redirect-to-https" or "https-only", got "allow-all"',
        ],
      },
      {
        name: "serves one path over HTTP",
        properties: {
          ...exampleDistribution,
          orderedCacheBehaviors: [
            { ...webBehavior, pathPattern: "/img/*", viewerProtocolPolicy: "allow-all" },
          ],
        },
        finds: [
          'orderedCacheBehaviors[0].viewerProtocolPolicy: expected "redirect-to-https" or "https-only", got "allow-all"',
        ],
      },
    ],
  },
});

function findPlain(policy: string | undefined, path: string): readonly Finding[] {
  if (policy === "redirect-to-https" || policy === "https-only") return [];
  return [
    {
      path: `${path}.viewerProtocolPolicy`,
      expected: '"redirect-to-https" or "https-only"',
      got: Got.of(policy, ["allow-all"]),
    },
  ];
}
