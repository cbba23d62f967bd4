import { requireSetting } from "../requireSetting";

export const appsyncCacheEncryptedInTransit = requireSetting({
  id: "appsync-api-cache-encrypted-in-transit",
  title: "AppSync reaches its cache over TLS.",
  severity: "medium",
  type: "aws:appsync/apiCache:ApiCache",
  property: "transitEncryptionEnabled",
  leftOut: "violates",
  fsbp: "AppSync.6",
  references: [
    {
      title: "Configuring server-side caching in AWS AppSync",
      url: "https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html",
    },
  ],
  rest: {
    apiId: "abcdefghijklmnopqrstuvwxyz",
    apiCachingBehavior: "FULL_REQUEST_CACHING",
    type: "LARGE",
    ttl: 60,
  },
});
