import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { brokenAccess } from "./brokenStack/access";
import { brokenCompute } from "./brokenStack/compute";
import { brokenState } from "./brokenStack/state";

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
  ...brokenAccess,
  ...brokenCompute,
  ...brokenState,
];

export interface BrokenResource {
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, JavaScriptValue>>;
  /** By property, the name of an earlier resource whose id it is given, in place of the text there. */
  readonly idOf?: Readonly<Record<string, string>>;
  /** Ids of the rules that must report it, sorted. */
  readonly violates: readonly string[];
}
