import * as z from "zod";
import { guidanceOf, integer } from "../../setting";
import { allowDataLoss } from "./dataLoss";
import { regionName } from "./regionName";

function units(what: string) {
  return integer(1, 40_000, {
    description: `${what} of capacity: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html`,
    remedy: "choose what the load needs; 40,000 is the quota of a table",
  });
}

export const sessionTableSchema = z
  .strictObject({
    capacity: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("onDemand") }),
        z.strictObject({
          kind: z.literal("provisioned"),
          minReadUnits: units("Fewest read units"),
          maxReadUnits: units("Most read units"),
          minWriteUnits: units("Fewest write units"),
          maxWriteUnits: units("Most write units"),
        }),
      ])
      .describe(
        "onDemand: billed by request, no limit to watch. provisioned: billed by the hour between two bounds, cheaper for a steady load.",
      )
      .register(guidanceOf, {
        expected: "a capacity of kind onDemand or provisioned",
        remedy: "write kind: onDemand, or kind: provisioned with its four bounds",
      }),
    replicaRegions: z
      .array(regionName("A region that has a replica."))
      .describe(
        "Regions that hold a replica of the table, each readable and writable and billed like the table.",
      )
      .register(guidanceOf, {
        expected: "a list of AWS regions",
        remedy: "list regions other than the stack's own, or leave it out",
      })
      .default([]),
    allowDataLoss,
  })
  .describe("Sessions in DynamoDB, by id, which end by themselves.");

export type SessionTableConfig = z.output<typeof sessionTableSchema>;
