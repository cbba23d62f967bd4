import { requireSetting } from "../requireSetting";

export const opensearchDomainTlsPolicy = requireSetting({
  id: "opensearch-domain-tls-policy",
  title: "OpenSearch domains speak TLS 1.2 or later.",
  severity: "medium",
  type: "aws:opensearch/domain:Domain",
  property: "domainEndpointOptions.tlsSecurityPolicy",
  expected: [
    "Policy-Min-TLS-1-2-PFS-2023-10",
    "Policy-Min-TLS-1-2-2019-07",
    "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
  ],
  others: ["Policy-Min-TLS-1-0-2019-07"],
  // AWS then takes Policy-Min-TLS-1-0-2019-07.
  leftOut: "violates",
  remedy: 'Set domainEndpointOptions.tlsSecurityPolicy to "Policy-Min-TLS-1-2-PFS-2023-10".',
  fsbp: "Opensearch.8",
  references: [
    {
      title: "DomainEndpointOptions: TLSSecurityPolicy",
      url: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html",
    },
  ],
  rest: {},
});
