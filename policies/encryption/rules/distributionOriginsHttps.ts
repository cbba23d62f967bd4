import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { eachOf } from "../../values";
import { exampleDistribution, webOrigin } from "../exampleDistribution";

// TLS 1.0 and 1.1 are only ever spoken with an origin that knows nothing newer.
const tlsProtocols = ["TLSv1.2", "TLSv1.1", "TLSv1"];

export const distributionOriginsHttps = defineRule({
  id: "cloudfront-distribution-origins-https",
  title: "CloudFront fetches from origins over HTTPS, whatever the viewer spoke, and never SSL 3.",
  severity: "medium",
  type: "aws:cloudfront/distribution:Distribution",
  remedy: 'Set originProtocolPolicy to "https-only" and originSslProtocols to ["TLSv1.2"].',
  fsbp: "CloudFront.9",
  references: [
    {
      title: "Require HTTPS for communication between CloudFront and your custom origin",
      url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
    },
  ],
  evaluate: ({ origins, defaultCacheBehavior, orderedCacheBehaviors }, separately) => {
    // "match-viewer" is as good as HTTPS where no viewer may speak HTTP.
    const viewersMaySpeakHttp = () =>
      [defaultCacheBehavior, ...(orderedCacheBehaviors ?? [])].some(
        (behavior) => behavior?.viewerProtocolPolicy === "allow-all",
      );
    const each = eachOf(origins, ({ customOriginConfig: config }, index) => {
      if (config == null) return [];
      const path = `origins[${index}].customOriginConfig`;
      return separately(
        () => findPlain(config.originProtocolPolicy, path, viewersMaySpeakHttp),
        () => findOldProtocols(config.originSslProtocols, path),
      );
    });
    return separately(...each);
  },
  examples: {
    pass: [
      { name: "fetches over HTTPS", properties: exampleDistribution },
      {
        name: "speaks with its origin as with viewers, who must speak HTTPS",
        properties: {
          ...exampleDistribution,
          origins: [
            {
              ...webOrigin,
              customOriginConfig: { ...webOrigin.customOriginConfig, originProtocolPolicy: "match-viewer" },
            },
          ],
        },
      },
      {
        name: "fetches from a bucket",
        properties: {
          ...exampleDistribution,
          origins: [{ originId: "web", domainName: "orders.s3.eu-west-1.amazonaws.com" }],
        },
      },
    ],
    fail: [
      {
        name: "fetches over HTTP",
        properties: {
          ...exampleDistribution,
          origins: [
            {
              ...webOrigin,
              customOriginConfig: { ...webOrigin.customOriginConfig, originProtocolPolicy: "http-only" },
            },
          ],
        },
        finds: ['origins[0].customOriginConfig.originProtocolPolicy: expected "https-only", got "http-only"'],
      },
      {
        name: "fetches over HTTP for viewers who speak it",
        properties: {
          ...exampleDistribution,
          defaultCacheBehavior: {
            ...exampleDistribution.defaultCacheBehavior,
            viewerProtocolPolicy: "allow-all",
          },
          origins: [
            {
              ...webOrigin,
              customOriginConfig: { ...webOrigin.customOriginConfig, originProtocolPolicy: "match-viewer" },
            },
          ],
        },
        finds: [
          'origins[0].customOriginConfig.originProtocolPolicy: expected "https-only", got "match-viewer"',
        ],
      },
      {
        name: "speaks old protocols with its origin",
        properties: {
          ...exampleDistribution,
          origins: [
            {
              ...webOrigin,
              customOriginConfig: {
                ...webOrigin.customOriginConfig,
                originSslProtocols: ["TLSv1.2", "SSLv3"],
              },
            },
          ],
        },
        finds: ['origins[0].customOriginConfig.originSslProtocols[1]: expected "TLSv1.2" only, got "SSLv3"'],
      },
    ],
  },
});

function findPlain(
  policy: string | undefined,
  path: string,
  viewersMaySpeakHttp: () => boolean,
): readonly Finding[] {
  if (policy === "https-only" || (policy === "match-viewer" && !viewersMaySpeakHttp())) return [];
  return [
    {
      path: `${path}.originProtocolPolicy`,
      expected: '"https-only"',
      got: Got.of(policy, ["http-only", "match-viewer"]),
    },
  ];
}

function findOldProtocols(protocols: readonly string[] | undefined, path: string): readonly Finding[] {
  return (protocols ?? []).flatMap((protocol, index) => {
    if (tlsProtocols.includes(protocol)) return [];
    const got = Got.of(protocol, ["SSLv3"]);
    return [{ path: `${path}.originSslProtocols[${index}]`, expected: '"TLSv1.2" only', got }];
  });
}
