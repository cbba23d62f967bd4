import { requireSetting } from "../requireSetting";

export const daxClusterEncrypted = requireSetting({
  id: "dax-cluster-encrypted-at-rest",
  title: "DAX clusters encrypt what they cache.",
  severity: "high",
  type: "aws:dax/cluster:Cluster",
  property: "serverSideEncryption.enabled",
  leftOut: "violates",
  fsbp: "DynamoDB.3",
  references: [
    {
      title: "DAX encryption at rest",
      url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html",
    },
  ],
  rest: { iamRoleArn: "arn:aws:iam::111122223333:role/dax", nodeType: "dax.t3.small", replicationFactor: 3 },
});
