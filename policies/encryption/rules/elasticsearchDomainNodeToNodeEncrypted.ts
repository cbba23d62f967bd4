import { requireSetting } from "../requireSetting";

export const elasticsearchDomainNodeToNodeEncrypted = requireSetting({
  id: "elasticsearch-domain-node-to-node-encrypted",
  title: "The nodes of Elasticsearch domains talk over TLS.",
  severity: "high",
  type: "aws:elasticsearch/domain:Domain",
  property: "nodeToNodeEncryption.enabled",
  leftOut: "violates",
  fsbp: "ES.3",
  references: [
    {
      title: "Node-to-node encryption for Amazon OpenSearch Service",
      url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
    },
  ],
  rest: {},
});
