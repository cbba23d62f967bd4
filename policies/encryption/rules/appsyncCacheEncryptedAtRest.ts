import { requireSetting } from "../requireSetting";

export const appsyncCacheEncryptedAtRest = requireSetting({
  id: "appsync-api-cache-encrypted-at-rest",
  title: "AppSync encrypts the responses that it caches.",
  severity: "medium",
  type: "aws:appsync/apiCache:ApiCache",
  property: "atRestEncryptionEnabled",
  leftOut: "violates",
  fsbp: "AppSync.1",
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
