import { requireSetting } from "../requireSetting";

export const codebuildArtifactsEncrypted = requireSetting({
  id: "codebuild-project-artifacts-encrypted",
  title: "Build artifacts are encrypted.",
  severity: "medium",
  type: "aws:codebuild/project:Project",
  property: "artifacts.encryptionDisabled",
  expected: "off",
  leftOut: "complies",
  exempt: {
    when: ({ artifacts }) => artifacts.type === "NO_ARTIFACTS",
    examples: [
      {
        name: "makes no artifacts",
        properties: {
          name: "web",
          serviceRole: "arn:aws:iam::111122223333:role/build",
          source: { type: "CODEPIPELINE" },
          environment: {
            type: "LINUX_CONTAINER",
            image: "aws/codebuild/standard:7.0",
            computeType: "BUILD_GENERAL1_SMALL",
          },
          artifacts: { type: "NO_ARTIFACTS", encryptionDisabled: true },
        },
      },
    ],
  },
  references: [
    {
      title: "ProjectArtifacts",
      url: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html",
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
