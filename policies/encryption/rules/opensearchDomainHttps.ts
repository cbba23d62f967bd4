import { defineRule } from "../../rule";
import { findOptionalHttps } from "../searchEndpoint";

export const opensearchDomainHttps = defineRule({
  id: "opensearch-domain-https-required",
  title: "OpenSearch domains take no request that does not come over HTTPS.",
  severity: "high",
  type: "aws:opensearch/domain:Domain",
  remedy: "Set domainEndpointOptions.enforceHttps to true.",
  fsbp: "Opensearch.8",
  references: [
    {
      title: "DomainEndpointOptions: EnforceHTTPS",
      url: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html",
    },
  ],
  evaluate: findOptionalHttps,
  examples: {
    pass: [
      {
        name: "requires HTTPS",
        properties: { domainEndpointOptions: { enforceHttps: true } },
      },
      {
        name: "has other endpoint options, beside which the provider requires HTTPS",
        properties: { domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" } },
      },
    ],
    fail: [
      {
        name: "takes HTTP",
        properties: { domainEndpointOptions: { enforceHttps: false } },
        finds: ["domainEndpointOptions.enforceHttps: expected true, got false"],
      },
      {
        name: "has no endpoint options, and so takes HTTP",
        properties: { domainName: "orders" },
        finds: ["domainEndpointOptions.enforceHttps: expected true, got no value"],
      },
    ],
  },
});
