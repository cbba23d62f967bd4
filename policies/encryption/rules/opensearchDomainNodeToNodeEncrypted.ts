import { requireSetting } from "../requireSetting";

export const opensearchDomainNodeToNodeEncrypted = requireSetting({
  id: "opensearch-domain-node-to-node-encrypted",
  title: "The nodes of OpenSearch domains talk over TLS.",
  severity: "high",
  type: "aws:opensearch/domain:Domain",
  property: "nodeToNodeEncryption.enabled",
  leftOut: "violates",
  fsbp: "Opensearch.3",
  references: [
    {
      title: "Node-to-node encryption for Amazon OpenSearch Service",
      url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
    },
  ],
  rest: {},
});
