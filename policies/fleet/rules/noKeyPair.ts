import { defineRule } from "../../rule";
import { findKey, references, remedy } from "../keyPair";

interface Launch {
  readonly keyName?: string | undefined;
  /** Of a key pair itself. */
  readonly publicKey?: string | undefined;
  /** Of an EKS node group. */
  readonly remoteAccess?: { readonly ec2SshKey?: string | undefined } | undefined;
  /** Of Batch. */
  readonly computeResources?: { readonly ec2KeyPair?: string | undefined } | undefined;
}

export const noKeyPair = defineRule({
  id: "ec2-instance-no-key-pair",
  title: "Instances have no SSH key pair: a key is shared, never expires and tells nobody who used it.",
  severity: "medium",
  type: [
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:eks/nodeGroup:NodeGroup",
    "aws:batch/computeEnvironment:ComputeEnvironment",
    "aws:ec2/keyPair:KeyPair",
  ],
  remedy,
  references,
  evaluate: (launch: Launch, separately, { type }) => {
    if (type === "aws:ec2/keyPair:KeyPair") return findKey(launch.publicKey, "publicKey");
    return separately(
      () => findKey(launch.keyName, "keyName"),
      () => findKey(launch.remoteAccess?.ec2SshKey, "remoteAccess.ec2SshKey"),
      () => findKey(launch.computeResources?.ec2KeyPair, "computeResources.ec2KeyPair"),
    );
  },
  examples: {
    pass: [
      { name: "has no key pair", properties: {} },
      { name: "has an empty name in its place", properties: { keyName: "" } },
    ],
    fail: [
      {
        name: "has a key pair",
        properties: { keyName: "ops" },
        finds: ["keyName: expected no key pair, got a string of 3 characters"],
      },
      {
        name: "is a key pair",
        type: "aws:ec2/keyPair:KeyPair",
        properties: { publicKey: "ssh-ed25519 AAAA" },
        finds: ["publicKey: expected no key pair, got a string of 16 characters"],
      },
      {
        name: "is a node group with a key pair",
        type: "aws:eks/nodeGroup:NodeGroup",
        properties: {
          clusterName: "main",
          nodeRoleArn: "arn:aws:iam::111122223333:role/nodes",
          subnetIds: ["subnet-0123456789abcdef0"],
          scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 1 },
          remoteAccess: { ec2SshKey: "ops" },
        },
        finds: ["remoteAccess.ec2SshKey: expected no key pair, got a string of 3 characters"],
      },
      {
        name: "is of Batch with a key pair",
        type: "aws:batch/computeEnvironment:ComputeEnvironment",
        properties: {
          type: "MANAGED",
          computeResources: {
            type: "EC2",
            maxVcpus: 16,
            subnets: ["subnet-0123456789abcdef0"],
            ec2KeyPair: "ops",
          },
        },
        finds: ["computeResources.ec2KeyPair: expected no key pair, got a string of 3 characters"],
      },
      {
        name: "is a template with a key pair",
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        properties: { keyName: "ops" },
        finds: ["keyName: expected no key pair, got a string of 3 characters"],
      },
    ],
  },
});
