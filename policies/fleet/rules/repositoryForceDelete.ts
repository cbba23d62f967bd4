import { defineRule } from "../../rule";
import { findForce } from "../forcedDeletion";

export const repositoryForceDelete = defineRule({
  id: "ecr-repository-no-force-delete",
  title: "Image repositories in production are not deleted together with what is in them.",
  severity: "high",
  type: "aws:ecr/repository:Repository",
  remedy: "Set forceDelete to false: AWS then refuses to delete a repository that holds images.",
  references: [
    {
      title: "Deleting a private repository in Amazon ECR",
      url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-delete.html",
    },
  ],
  evaluate: ({ forceDelete, tags }, _, context) => findForce("forceDelete", forceDelete, tags, context),
  examples: {
    pass: [
      { name: "keeps what is in it", properties: { forceDelete: false } },
      { name: "leaves it out, which keeps it", properties: {} },
      { name: "is for a preview", environment: "preview", properties: { forceDelete: true } },
    ],
    fail: [
      {
        name: "is emptied to be deleted",
        properties: { forceDelete: true },
        finds: ["forceDelete: expected false in production, got true"],
      },
    ],
  },
});
