import { parse } from "yaml";
import * as z from "zod";

/**
 * A component document of EC2 Image Builder, as far as it is executed here. What is not listed is refused rather than
 * skipped: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
const documentSchema = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  schemaVersion: z.union([z.literal(1), z.literal("1.0")]),
  phases: z.array(
    z.strictObject({
      name: z.enum(["build", "validate", "test"]),
      steps: z.array(
        z.strictObject({
          name: z.string(),
          action: z.literal("ExecuteBash"),
          timeoutSeconds: z.number().int().positive().optional(),
          onFailure: z.literal("Abort").optional(),
          inputs: z.strictObject({ commands: z.array(z.string()) }),
        }),
      ),
    }),
  ),
});

export type Phase = "build" | "validate" | "test";

export interface ComponentStep {
  readonly document: string;
  readonly phase: Phase;
  readonly name: string;
  /** The commands of a step are one script: variables set by one are seen by the next. */
  readonly script: string;
  /** Image Builder's default: two hours. */
  readonly timeoutSeconds: number;
}

const defaultTimeoutSeconds = 7_200;

/** The steps of a document, in order. @throws Error naming the document and everything in it that is not understood. */
export function parseComponentDocument(text: string): readonly ComponentStep[] {
  const result = documentSchema.safeParse(parse(text));
  if (!result.success) throw new Error(`component document:\n${z.prettifyError(result.error)}`);
  const { name: document, phases } = result.data;
  return phases.flatMap((phase) =>
    phase.steps.map((step) => ({
      document,
      phase: phase.name,
      name: step.name,
      script: `${step.inputs.commands.join("\n")}\n`,
      timeoutSeconds: step.timeoutSeconds ?? defaultTimeoutSeconds,
    })),
  );
}
