import { requireSetting } from "../requireSetting";

export const codebuildS3LogsEncrypted = requireSetting({
  id: "codebuild-project-s3-logs-encrypted",
  title: "Build logs in S3 are encrypted.",
  severity: "medium",
  type: "aws:codebuild/project:Project",
  property: "logsConfig.s3Logs.encryptionDisabled",
  expected: "off",
  leftOut: "complies",
  fsbp: "CodeBuild.3",
  references: [
    {
      title: "S3LogsConfig",
      url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html",
    },
  ],
  rest: {
    name: "web",
    serviceRole: "arn:aws:iam::111122223333:role/build",
    source: { type: "CODEPIPELINE" },
    environment: {
      type: "LINUX_CONTAINER",
      image: "aws/codebuild/standard:7.0",
      computeType: "BUILD_GENERAL1_SMALL",
    },
    artifacts: { type: "S3" },
  },
});
