import { Got } from "../../got";
import { defineRule } from "../../rule";
import { exampleDistribution } from "../exampleDistribution";

const certificate = {
  acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
  sslSupportMethod: "sni-only",
};

export const distributionTlsVersion = defineRule({
  id: "cloudfront-distribution-tls-version",
  title: "CloudFront speaks TLS 1.2 or later with viewers.",
  severity: "medium",
  type: "aws:cloudfront/distribution:Distribution",
  remedy: 'Set viewerCertificate.minimumProtocolVersion to "TLSv1.2_2021".',
  references: [
    {
      title: "Supported protocols and ciphers between viewers and CloudFront",
      url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
    },
  ],
  evaluate: ({ viewerCertificate }) => {
    const { acmCertificateArn, iamCertificateId, minimumProtocolVersion: version } = viewerCertificate ?? {};
    // Under CloudFront's own certificate AWS sets the version, and takes no other.
    if (acmCertificateArn == null && iamCertificateId == null) return [];
    if (typeof version === "string" && /^TLSv1\.[23]_/.test(version)) return [];
    return [
      {
        path: "viewerCertificate.minimumProtocolVersion",
        expected: '"TLSv1.2_2021" or later',
        got: Got.of(version, ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"]),
      },
    ];
  },
  examples: {
    pass: [
      {
        name: "speaks TLS 1.2 or later under its own name",
        properties: {
          ...exampleDistribution,
          viewerCertificate: { ...certificate, minimumProtocolVersion: "TLSv1.2_2021" },
        },
      },
      {
        name: "speaks TLS 1.3 only",
        properties: {
          ...exampleDistribution,
          viewerCertificate: { ...certificate, minimumProtocolVersion: "TLSv1.3_2025" },
        },
      },
      { name: "has CloudFront's own certificate", properties: exampleDistribution },
    ],
    fail: [
      {
        name: "speaks TLS 1.1",
        properties: {
          ...exampleDistribution,
          viewerCertificate: { ...certificate, minimumProtocolVersion: "TLSv1.1_2016" },
        },
        finds: [
          'viewerCertificate.minimumProtocolVersion: expected "TLSv1.2_2021" or later, got "TLSv1.1_2016"',
        ],
      },
      {
        name: "leaves the version out, which is then TLS 1.0",
        properties: { ...exampleDistribution, viewerCertificate: certificate },
        finds: ['viewerCertificate.minimumProtocolVersion: expected "TLSv1.2_2021" or later, got no value'],
      },
    ],
  },
});
