import * as z from "zod";
import { choice, guidanceOf, integer } from "../../setting";
import { allowDataLoss } from "./dataLoss";

export const fileSystemSchema = z
  .strictObject({
    throughput: choice(["elastic", "bursting"], {
      description:
        "elastic: as much as is asked for, billed by the gigabyte. bursting: by the size, free of charge.",
      remedy: "choose bursting for little or rare traffic, elastic where waiting costs more",
    }),
    infrequentAccessAfterDays: z
      .literal([7, 14, 30, 60, 90])
      .describe("Days without access after which a file moves to cheaper storage. Omitted: never.")
      .register(guidanceOf, {
        expected: "one of 7, 14, 30, 60, 90",
        remedy: "choose one of the numbers of days that EFS knows",
      })
      .optional(),
    userId: integer(1000, 65_533, {
      description: "The user, and group, that all files belong to, whoever writes them.",
      remedy: "choose the id that the services run as",
    }),
    allowDataLoss,
  })
  .describe("Files in EFS, mounted by several instances at once.");

export type FileSystemConfig = z.output<typeof fileSystemSchema>;
