import { isTrue } from "../../values";
import { requireSetting } from "../requireSetting";

export const apigatewayCacheEncrypted = requireSetting({
  id: "apigateway-method-cache-encrypted",
  title: "API Gateway encrypts the responses that it caches.",
  severity: "medium",
  type: "aws:apigateway/methodSettings:MethodSettings",
  property: "settings.cacheDataEncrypted",
  leftOut: "violates",
  exempt: {
    when: ({ settings }) => !isTrue(settings.cachingEnabled),
    examples: [
      {
        name: "caches nothing",
        properties: {
          restApi: "a1b2c3d4e5",
          stageName: "live",
          methodPath: "*/*",
          settings: { metricsEnabled: true },
        },
      },
    ],
  },
  fsbp: "APIGateway.5",
  references: [
    {
      title: "Cache settings for REST APIs",
      url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
    },
  ],
  rest: { restApi: "a1b2c3d4e5", stageName: "live", methodPath: "*/*", settings: { cachingEnabled: true } },
});
