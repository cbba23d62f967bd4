import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { plantedPassword, userDataOf } from "../../policies/user-data/exampleText";

/** A template in which only its user data is wrong. */
const soundTemplate = {
  metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
};

/** A stack in which every rule of every pack has something to say: one line a resource, and who must speak. */
export const brokenStack: readonly BrokenResource[] = [
  {
    name: "open-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: {
      metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 3 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }],
    },
    violates: [
      "ec2-launch-template-ebs-encrypted",
      "ec2-launch-template-hop-limit",
      "ec2-launch-template-requires-imdsv2",
    ],
  },
  {
    name: "open-instance",
    type: "aws:ec2/instance:Instance",
    properties: {
      ami: "ami-0123456789abcdef0",
      instanceType: "t3.micro",
      metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 2 },
      rootBlockDevice: { volumeSize: 20 },
    },
    violates: ["ec2-instance-ebs-encrypted", "ec2-instance-hop-limit", "ec2-instance-requires-imdsv2"],
  },
  {
    name: "open-metadata-defaults",
    type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
    properties: { httpTokens: "no-preference", httpPutResponseHopLimit: 2 },
    violates: ["ec2-instance-metadata-defaults-hop-limit", "ec2-instance-metadata-defaults-require-imdsv2"],
  },
  {
    name: "open-volume",
    type: "aws:ebs/volume:Volume",
    properties: { availabilityZone: "eu-west-1a", size: 20 },
    violates: ["ebs-volume-encrypted"],
  },
  {
    name: "encryption-off",
    type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
    properties: { enabled: false },
    violates: ["ebs-encryption-by-default-enabled"],
  },
  {
    name: "telling-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: {
      ...soundTemplate,
      userData: userDataOf(
        "#!/bin/bash",
        `export DB_PASSWORD=${plantedPassword} # gitleaks:${"allow"}`,
        "curl http://169.254.169.254/latest/meta-data/instance-id",
        "aws secretsmanager get-secret-value --secret-id shop",
      ),
    },
    violates: [
      "ec2-boot-content-imdsv2-calls",
      "ec2-boot-content-no-logged-credentials",
      "ec2-boot-content-no-secrets",
      "ec2-boot-content-no-suppressions",
    ],
  },
  {
    name: "heavy-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: { ...soundTemplate, userData: userDataOf("#!/bin/bash", `# ${"-".repeat(15_000)}`) },
    violates: ["ec2-user-data-within-limit"],
  },
  {
    name: "idle-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: { ...soundTemplate, userData: userDataOf("yum -y install nginx", "systemctl start nginx") },
    violates: ["ec2-user-data-acted-on-at-boot"],
  },
  {
    name: "opaque-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: { ...soundTemplate, userData: userDataOf("#include", "https://boot.example.net/base.sh") },
    violates: ["ec2-boot-content-readable"],
  },
];

export interface BrokenResource {
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, JavaScriptValue>>;
  /** Ids of the rules that must report it, sorted. */
  readonly violates: readonly string[];
}
