import { requireSetting } from "../requireSetting";

export const mskClusterBrokerTls = requireSetting({
  id: "msk-cluster-broker-tls",
  title: "Kafka brokers replicate to each other over TLS.",
  severity: "high",
  type: "aws:msk/cluster:Cluster",
  property: "encryptionInfo.encryptionInTransit.inCluster",
  leftOut: "complies",
  fsbp: "MSK.1",
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
