import { requireSetting } from "../requireSetting";

export const mskClusterClientTls = requireSetting({
  id: "msk-cluster-client-tls",
  title: "Kafka clients reach the brokers over TLS, and in no other way.",
  severity: "high",
  type: "aws:msk/cluster:Cluster",
  property: "encryptionInfo.encryptionInTransit.clientBroker",
  expected: ["TLS"],
  others: ["TLS_PLAINTEXT", "PLAINTEXT"],
  leftOut: "complies",
  references: [
    {
      title: "Amazon MSK encryption",
      url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
    },
  ],
  rest: {
    clusterName: "events",
    kafkaVersion: "3.9.x",
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: {
      clientSubnets: ["subnet-0123456789abcdef0"],
      instanceType: "kafka.m7g.large",
      securityGroups: ["sg-0123456789abcdef0"],
    },
  },
});
