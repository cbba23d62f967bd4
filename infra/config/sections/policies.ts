import * as z from "zod";
import { choice } from "../setting";

const enforcementLevel = (description: string) =>
  choice(["advisory", "mandatory"], {
    description,
    remedy: "choose advisory to warn, mandatory to refuse; prod: must be mandatory",
  }).default("mandatory");

export const policiesSchema = z
  .strictObject({
    imds: enforcementLevel("What a violation of the imds pack does."),
    encryption: enforcementLevel("What a violation of the encryption pack does."),
  })
  .describe("Enforcement level of each policy pack.");
