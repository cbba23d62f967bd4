import { requireSetting } from "../requireSetting";

export const daxClusterTls = requireSetting({
  id: "dax-cluster-encrypted-in-transit",
  title: "DAX clusters are reached over TLS.",
  severity: "high",
  type: "aws:dax/cluster:Cluster",
  property: "clusterEndpointEncryptionType",
  expected: ["TLS"],
  others: ["NONE"],
  leftOut: "violates",
  fsbp: "DynamoDB.7",
  references: [
    {
      title: "DAX encryption in transit",
      url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html",
    },
  ],
  rest: { iamRoleArn: "arn:aws:iam::111122223333:role/dax", nodeType: "dax.t3.small", replicationFactor: 3 },
});
