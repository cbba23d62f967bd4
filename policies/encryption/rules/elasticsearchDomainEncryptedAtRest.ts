import { requireSetting } from "../requireSetting";

export const elasticsearchDomainEncryptedAtRest = requireSetting({
  id: "elasticsearch-domain-encrypted-at-rest",
  title: "Elasticsearch domains encrypt indices, logs, swap files and snapshots.",
  severity: "high",
  type: "aws:elasticsearch/domain:Domain",
  property: "encryptAtRest.enabled",
  leftOut: "violates",
  fsbp: "ES.1",
  references: [
    {
      title: "Encryption of data at rest for Amazon OpenSearch Service",
      url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
    },
  ],
  rest: {},
});
