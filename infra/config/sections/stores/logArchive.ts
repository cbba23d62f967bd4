import * as z from "zod";
import { integer } from "../../setting";
import { allowDataLoss } from "./dataLoss";

export const logArchiveSchema = z
  .strictObject({
    retentionDays: integer(91, 3650, {
      description: "Days that the archive keeps what was logged; after 90 in Glacier.",
      remedy: "choose what law or contract asks for, more than 90",
    }),
    allowDataLoss,
  })
  .describe("A bucket that every workload's events go to as well, for longer and for less than a log group.");

export type LogArchiveConfig = z.output<typeof logArchiveSchema>;
