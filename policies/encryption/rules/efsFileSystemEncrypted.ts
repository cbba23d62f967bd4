import { requireSetting } from "../requireSetting";

export const efsFileSystemEncrypted = requireSetting({
  id: "efs-file-system-encrypted",
  title: "File systems are encrypted. The console does so by default, the API does not.",
  severity: "high",
  type: "aws:efs/fileSystem:FileSystem",
  property: "encrypted",
  leftOut: "violates",
  remedy: "Set encrypted to true; a file system that exists must be replaced, by replication for instance.",
  fsbp: "EFS.1",
  cis: "2.4.1",
  references: [
    {
      title: "Encrypting data at rest in Amazon EFS",
      url: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
    },
  ],
  rest: {},
});
