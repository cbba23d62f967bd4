import { requireSetting } from "../requireSetting";

export const codebuildReportsEncrypted = requireSetting({
  id: "codebuild-report-group-encrypted",
  title: "Exported test reports are encrypted.",
  severity: "medium",
  type: "aws:codebuild/reportGroup:ReportGroup",
  property: "exportConfig.s3Destination.encryptionDisabled",
  expected: "off",
  leftOut: "complies",
  fsbp: "CodeBuild.7",
  references: [
    {
      title: "S3ReportExportConfig",
      url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3ReportExportConfig.html",
    },
  ],
  rest: { type: "TEST" },
});
