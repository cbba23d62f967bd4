export const webBehavior = {
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  targetOriginId: "web",
  viewerProtocolPolicy: "redirect-to-https",
};

export const webOrigin = {
  originId: "web",
  domainName: "origin.example.com",
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
  },
};

/** What CloudFront asks of every distribution at least, for the examples of rules. */
export const exampleDistribution = {
  enabled: true,
  origins: [webOrigin],
  defaultCacheBehavior: webBehavior,
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
};
