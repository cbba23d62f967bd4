import * as z from "zod";
import { choice } from "../setting";

const packLevel = (description: string) =>
  choice(["advisory", "mandatory", "remediate"], {
    description,
    remedy:
      "choose advisory to warn, mandatory to refuse, remediate to refuse what no rule can repair; not advisory in prod",
  });

export const policiesSchema = z
  .strictObject({
    encryption: packLevel("What a violation of the encryption pack does.").default("mandatory"),
    fleet: packLevel("What a violation of the fleet pack does.").default("mandatory"),
    imds: packLevel("What a violation of the imds pack does.").default("mandatory"),
    "user-data": packLevel("What a violation of the user-data pack does.").default("mandatory"),
    rules: z
      .record(z.string(), packLevel("What a violation of this rule does, whatever its pack's level."))
      .describe("By a rule's id, where it shall have another level than its pack. docs/rules lists the ids.")
      .default({}),
    undecided: choice(["advisory", "mandatory"], {
      description:
        "What a preview does where a rule needs a value that only the update will know. The update always decides.",
      remedy: "choose advisory to go on and say so, mandatory to refuse",
    }).default("advisory"),
  })
  .describe("Enforcement level of each policy pack, and of single rules.");

export type PolicyLevels = z.output<typeof policiesSchema>;
