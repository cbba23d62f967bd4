import { requireSetting } from "../requireSetting";

export const mskConnectorTls = requireSetting({
  id: "mskconnect-connector-tls",
  title: "Kafka connectors reach their cluster over TLS.",
  severity: "high",
  type: "aws:mskconnect/connector:Connector",
  property: "kafkaClusterEncryptionInTransit.encryptionType",
  expected: ["TLS"],
  others: ["PLAINTEXT"],
  leftOut: "violates",
  fsbp: "MSK.3",
  references: [
    {
      title: "CreateConnector: encryption in transit",
      url: "https://docs.aws.amazon.com/MSKC/latest/mskc/API_KafkaClusterEncryptionInTransit.html",
    },
  ],
  rest: {},
});
