import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { findUnencrypted } from "../ebsVolume";

interface BlockDeviceMapping {
  readonly deviceName?: string | undefined;
  readonly ebs?: { readonly encrypted?: unknown } | undefined;
}

export const launchTemplateEbsEncrypted = defineRule({
  id: "ec2-launch-template-ebs-encrypted",
  title: "Launch templates encrypt every EBS volume, the root volume among them.",
  severity: "high",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  remedy: 'Set ebs.encrypted to "true" in the mapping.',
  fsbp: "EC2.181",
  references: [
    {
      title: "Amazon EBS encryption",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    },
    {
      title: "Device names for volumes: which are reserved for the root",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html",
    },
  ],
  evaluate: (template, separately) => {
    const mappings: readonly BlockDeviceMapping[] = template.blockDeviceMappings ?? [];
    const volumes = Array.from({ length: mappings.length }, (_, index) => () => {
      const ebs = mappings[index]?.ebs;
      // An instance store volume (virtualName) or a device of the AMI's that is left away (noDevice).
      if (ebs == null) return [];
      return findUnencrypted(ebs.encrypted, `blockDeviceMappings[${index}].ebs`);
    });
    return separately(...volumes, () => findInheritedRoot(mappings));
  },
  examples: {
    pass: [
      {
        name: "maps the root device and encrypts it",
        properties: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] },
      },
      {
        name: "encrypts root and data volumes beside an instance store volume",
        properties: {
          blockDeviceMappings: [
            { deviceName: "/dev/sda1", ebs: { encrypted: "true", volumeType: "gp3" } },
            { deviceName: "/dev/sdf", ebs: { encrypted: "true", snapshotId: "snap-0123456789abcdef0" } },
            { deviceName: "/dev/sdb", virtualName: "ephemeral0" },
          ],
        },
      },
    ],
    fail: [
      {
        name: "says that a volume is not encrypted",
        properties: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] },
        finds: ['blockDeviceMappings[0].ebs.encrypted: expected true, got "false"'],
      },
      {
        name: "leaves encryption of one of its volumes to the account's default",
        properties: {
          blockDeviceMappings: [
            { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
            { deviceName: "/dev/xvdf", ebs: { volumeSize: 100 } },
          ],
        },
        finds: ["blockDeviceMappings[1].ebs.encrypted: expected true, got no value"],
      },
      {
        name: "leaves encryption to a snapshot",
        properties: {
          blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { snapshotId: "snap-0123456789abcdef0" } }],
        },
        finds: ["blockDeviceMappings[0].ebs.encrypted: expected true, got no value"],
      },
      {
        name: "encrypts a data volume and leaves the root as the AMI has it",
        properties: { blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { encrypted: "true" } }] },
        finds: [
          "blockDeviceMappings: expected a mapping of the AMI's root device (/dev/xvda or /dev/sda1) with ebs.encrypted, got a list of 1",
        ],
      },
      {
        name: "maps no device, so that the root is as the AMI has it",
        properties: {},
        finds: [
          "blockDeviceMappings: expected a mapping of the AMI's root device (/dev/xvda or /dev/sda1) with ebs.encrypted, got a list of 0",
        ],
      },
    ],
  },
});

/** Without a mapping of its own the root volume is as the AMI's snapshot: unencrypted in nearly every public AMI. */
function findInheritedRoot(mappings: readonly BlockDeviceMapping[]): readonly Finding[] {
  if (mappings.some(({ deviceName, ebs }) => ebs != null && !isDataDevice(deviceName))) return [];
  return [
    {
      path: "blockDeviceMappings",
      expected: "a mapping of the AMI's root device (/dev/xvda or /dev/sda1) with ebs.encrypted",
      got: Got.of(mappings),
      remedy:
        'Map the root device under the name that the AMI gives it (aws ec2 describe-images, RootDeviceName), with ebs.encrypted "true".',
    },
  ];
}

/** Names from b on are for volumes beside the root; the root's name is the AMI's choice, so it is not listed here. */
function isDataDevice(deviceName: string | undefined): boolean {
  return deviceName == null || /^(\/dev\/)?(sd|xvd|hd)[b-z]/.test(deviceName);
}
