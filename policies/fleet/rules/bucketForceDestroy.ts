import { defineRule } from "../../rule";
import { findForce } from "../forcedDeletion";

export const bucketForceDestroy = defineRule({
  id: "s3-bucket-no-force-destroy",
  title: "Buckets in production are not deleted together with what is in them.",
  severity: "high",
  type: "aws:s3/bucket:Bucket",
  remedy: "Set forceDestroy to false: AWS then refuses to delete a bucket that holds anything.",
  references: [
    {
      title: "Deleting a general purpose bucket",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
    },
  ],
  evaluate: ({ forceDestroy, tags }, _, context) => findForce("forceDestroy", forceDestroy, tags, context),
  examples: {
    pass: [
      { name: "keeps what is in it", properties: { forceDestroy: false } },
      { name: "leaves it out, which keeps it", properties: {} },
      { name: "is for a preview", environment: "preview", properties: { forceDestroy: true } },
    ],
    fail: [
      {
        name: "is emptied to be deleted",
        properties: { forceDestroy: true },
        finds: ["forceDestroy: expected false in production, got true"],
      },
    ],
  },
});
