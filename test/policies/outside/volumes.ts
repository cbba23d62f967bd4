import { about, type Declaration } from "./declaration";

const topic = "ebs-encrypted";
const volume = about(topic, "aws:ebs/volume:Volume");
const template = about(topic, "aws:ec2/launchTemplate:LaunchTemplate");
const instance = about(topic, "aws:ec2/instance:Instance");
const configuration = about(topic, "aws:ec2/launchConfiguration:LaunchConfiguration");
const snapshotCopy = about(topic, "aws:ebs/snapshotCopy:SnapshotCopy");
const amiCopy = about(topic, "aws:ec2/amiCopy:AmiCopy");
const recipe = about(topic, "aws:imagebuilder/imageRecipe:ImageRecipe");
const byDefault = about(topic, "aws:ebs/encryptionByDefault:EncryptionByDefault");
const efs = about("efs-encrypted", "aws:efs/fileSystem:FileSystem");

const where = { availabilityZone: "eu-west-1a", size: 10 };
const machine = { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const launch = { imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const copied = { sourceRegion: "eu-west-1", sourceSnapshotId: "snap-0123456789abcdef0" };
const image = { name: "web", sourceAmiId: "ami-0123456789abcdef0", sourceAmiRegion: "eu-west-1" };
const baked = { name: "web", version: "1.0.0", parentImage: "ami-0123456789abcdef0", components: [] };
const mapped = (ebs: object) => ({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs }] });

export const volumes: readonly Declaration[] = [
  volume.ok({ ...where, encrypted: true }),
  volume.ok({ ...where, encrypted: true, kmsKeyId: key }),
  volume.ok({ ...where, encrypted: "true" }),
  volume.bad(where),
  volume.bad({ ...where, encrypted: false }),
  volume.bad({ ...where, encrypted: "false" }),
  volume.bad({ ...where, type: "gp3", throughput: 125 }),
  template.ok(mapped({ encrypted: "true", volumeSize: 8 })),
  template.ok(mapped({ encrypted: true, kmsKeyId: key })),
  template.bad(mapped({ volumeSize: 8 })),
  template.bad(mapped({ encrypted: "false" })),
  template.bad(mapped({ encrypted: false })),
  template.bad({
    blockDeviceMappings: [
      { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
      { deviceName: "/dev/xvdb", ebs: { volumeSize: 100 } },
    ],
  }),
  template.ok({
    blockDeviceMappings: [
      { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
      { deviceName: "/dev/sdb", virtualName: "ephemeral0" },
      { deviceName: "/dev/sdc", noDevice: "true" },
    ],
  }),
  instance.ok({ ...machine, rootBlockDevice: { encrypted: true } }),
  instance.bad({ ...machine, rootBlockDevice: { encrypted: false } }),
  instance.bad({ ...machine, rootBlockDevice: { volumeSize: 20 } }),
  instance.bad({
    ...machine,
    rootBlockDevice: { encrypted: true },
    ebsBlockDevices: [{ deviceName: "/dev/sdb", volumeSize: 10 }],
  }),
  instance.ok({
    ...machine,
    rootBlockDevice: { encrypted: true },
    ebsBlockDevices: [{ deviceName: "/dev/sdb", volumeSize: 10, encrypted: true }],
    ephemeralBlockDevices: [{ deviceName: "/dev/sdc", virtualName: "ephemeral0" }],
  }),
  configuration.ok({ ...launch, rootBlockDevice: { encrypted: true } }),
  configuration.bad({ ...launch, rootBlockDevice: { volumeType: "gp3" } }),
  configuration.bad({
    ...launch,
    rootBlockDevice: { encrypted: true },
    ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: false }],
  }),
  snapshotCopy.ok({ ...copied, encrypted: true }),
  snapshotCopy.bad(copied),
  snapshotCopy.bad({ ...copied, encrypted: false }),
  amiCopy.ok({ ...image, encrypted: true, kmsKeyId: key }),
  amiCopy.bad(image),
  recipe.ok({ ...baked, blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] }),
  recipe.bad({ ...baked, blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] }),
  recipe.bad({ ...baked, blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 30 } }] }),
  byDefault.ok({}),
  byDefault.ok({ enabled: true }),
  byDefault.bad({ enabled: false }),
  efs.ok({ encrypted: true }),
  efs.ok({ encrypted: true, kmsKeyId: key }),
  efs.bad({}),
  efs.bad({ encrypted: false }),
  efs.bad({ creationToken: "shared", performanceMode: "generalPurpose" }),
];
