import { requireSetting } from "../requireSetting";

export const opensearchDomainEncryptedAtRest = requireSetting({
  id: "opensearch-domain-encrypted-at-rest",
  title: "OpenSearch domains encrypt indices, logs, swap files and snapshots.",
  severity: "high",
  type: "aws:opensearch/domain:Domain",
  property: "encryptAtRest.enabled",
  leftOut: "violates",
  fsbp: "Opensearch.1",
  references: [
    {
      title: "Encryption of data at rest for Amazon OpenSearch Service",
      url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
    },
  ],
  rest: {},
});
