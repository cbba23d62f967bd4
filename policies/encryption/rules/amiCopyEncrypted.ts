import { requireSetting } from "../requireSetting";

export const amiCopyEncrypted = requireSetting({
  id: "ec2-ami-copy-encrypted",
  title: "Copies of AMIs have encrypted snapshots, whatever the AMI was that they copy.",
  severity: "high",
  type: "aws:ec2/amiCopy:AmiCopy",
  property: "encrypted",
  leftOut: "violates",
  references: [
    {
      title: "Use encryption with EBS-backed AMIs",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
    },
  ],
  rest: { name: "web", sourceAmiId: "ami-0123456789abcdef0", sourceAmiRegion: "eu-west-1" },
});
