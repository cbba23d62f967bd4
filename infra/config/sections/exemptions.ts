import * as z from "zod";
import { guidanceOf, text } from "../setting";

const sentence = (description: string, expected: string) =>
  text(/^\S[^\n]{2,}$/, { description, expected, remedy: "write it out, on one line" });

export const exemptionSchema = z.strictObject({
  rule: text(/^[a-z][a-z-]*\/[a-z0-9-]+$/, {
    description: "The pack and the id of the one rule, as a report names it.",
    expected: "<pack>/<rule> without wildcards",
    remedy: "copy it from the report",
  }),
  resource: text(/^[^*?\s]+$/, {
    description: "The one resource: its name in the program, or its URN where the name is not the only one.",
    expected: "the name or URN of one resource, without wildcards",
    remedy: "copy it from the report; write one exemption for each resource",
  }),
  reason: sentence("Why the rule does not hold here, for whoever reads the report.", "a reason in words"),
  owner: sentence("Who answers for it: a team or an address.", "a team or a person"),
  // The engine reads an unquoted day as a point in time, and hands it on in Go's words.
  expires: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])( 00:00:00 \+0000 UTC)?$/)
    .refine((expires) => isInCalendar(lastDay({ expires })))
    .describe("The last day on which it counts, at most a year ahead. Then it is a violation itself.")
    .register(guidanceOf, {
      expected: "a day of the calendar as YYYY-MM-DD",
      remedy: "write the day on which somebody looks at it again",
    }),
});

export const exemptionsSchema = z
  .array(exemptionSchema)
  .describe("Violations that this stack lives with, each for one rule and one resource, and for a time.");

/** The day on which an exemption ends, as its author wrote it. */
export function lastDay({ expires }: { readonly expires: string }): string {
  return expires.slice(0, "YYYY-MM-DD".length);
}

/** JavaScript takes the 31st of February for the 3rd of March, and the 99th of anything for no day. */
function isInCalendar(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

export type Exemption = z.output<typeof exemptionSchema>;
