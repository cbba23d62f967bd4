import { requireSetting } from "../requireSetting";

export const snapshotCopyEncrypted = requireSetting({
  id: "ebs-snapshot-copy-encrypted",
  title: "Copies of EBS snapshots are encrypted, whatever the snapshot was that they copy.",
  severity: "high",
  type: "aws:ebs/snapshotCopy:SnapshotCopy",
  property: "encrypted",
  leftOut: "violates",
  references: [
    {
      title: "Copy an Amazon EBS snapshot",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html",
    },
  ],
  rest: { sourceRegion: "eu-west-1", sourceSnapshotId: "snap-0123456789abcdef0" },
});
