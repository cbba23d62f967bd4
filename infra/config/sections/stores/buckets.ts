import * as z from "zod";
import { integer } from "../../setting";
import { allowDataLoss } from "./dataLoss";

export const bucketSchema = z
  .strictObject({
    noncurrentVersionDays: integer(1, 3650, {
      description: "Days that an overwritten or deleted object can be brought back. prod: at least 7.",
      remedy: "choose how far back a mistake may be found",
    }),
    infrequentAccessAfterDays: integer(30, 3650, {
      description:
        "Days after which an object moves to cheaper storage that bills for reading. Omitted: never.",
      remedy: "choose 30 or more: S3 moves nothing sooner",
    }).optional(),
    accessLogRetentionDays: integer(1, 3650, {
      description: "Days that the log of every request is kept.",
      remedy: "choose how long requests must be traceable",
    }),
    allowDataLoss,
  })
  .describe("Objects in S3: versioned, encrypted, private.");

export type BucketConfig = z.output<typeof bucketSchema>;
