import { Got } from "../../got";
import { defineRule } from "../../rule";

export const apigatewayDomainTls = defineRule({
  id: "apigateway-domain-name-tls-version",
  title: "Domain names of REST APIs speak TLS 1.2 or later.",
  severity: "medium",
  type: "aws:apigateway/domainName:DomainName",
  remedy: 'Set securityPolicy to "TLS_1_2".',
  references: [
    {
      title: "Choose a security policy for your custom domain in API Gateway",
      url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
    },
  ],
  evaluate: ({ securityPolicy }) => {
    // The policies of 2025, SecurityPolicy_TLS12_… and SecurityPolicy_TLS13_…, speak nothing older either.
    if (typeof securityPolicy === "string" && /^(TLS_1_2$|SecurityPolicy_TLS1[23]_)/.test(securityPolicy))
      return [];
    const got = Got.of(securityPolicy, ["TLS_1_0"]);
    return [{ path: "securityPolicy", expected: '"TLS_1_2" or later', got }];
  },
  examples: {
    pass: [
      {
        name: "speaks TLS 1.2",
        properties: { domainName: "api.example.com", securityPolicy: "TLS_1_2" },
      },
      {
        name: "speaks TLS 1.3",
        properties: { domainName: "api.example.com", securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" },
      },
    ],
    fail: [
      {
        name: "speaks TLS 1.0",
        properties: { domainName: "api.example.com", securityPolicy: "TLS_1_0" },
        finds: ['securityPolicy: expected "TLS_1_2" or later, got "TLS_1_0"'],
      },
      {
        name: "leaves the version out, which is then TLS 1.0",
        properties: { domainName: "api.example.com" },
        finds: ['securityPolicy: expected "TLS_1_2" or later, got no value'],
      },
    ],
  },
});
