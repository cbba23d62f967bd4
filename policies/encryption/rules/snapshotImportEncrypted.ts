import { requireSetting } from "../requireSetting";

export const snapshotImportEncrypted = requireSetting({
  id: "ebs-snapshot-import-encrypted",
  title: "Disks that are imported become encrypted snapshots.",
  severity: "high",
  type: "aws:ebs/snapshotImport:SnapshotImport",
  property: "encrypted",
  leftOut: "violates",
  references: [
    {
      title: "Import a disk as a snapshot",
      url: "https://docs.aws.amazon.com/vm-import/latest/userguide/vmimport-import-snapshot.html",
    },
  ],
  rest: { diskContainer: { format: "VMDK", userBucket: { s3Bucket: "disks", s3Key: "app.vmdk" } } },
});
