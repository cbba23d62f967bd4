/**
 * JSON Schema of a component document, from AWS's reference, read in August 2026:
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html and, for the action's inputs,
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html. As far as documents with
 * ExecuteBash use it: parameters, constants and loops are refused rather than half described.
 */
export const componentSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["schemaVersion", "phases"],
  additionalProperties: false,
  properties: {
    name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[-_A-Za-z0-9 ]+$" },
    description: { type: "string" },
    schemaVersion: { type: "number", const: 1.0 },
    phases: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["name", "steps"],
        additionalProperties: false,
        properties: {
          name: { type: "string", enum: ["build", "validate", "test"] },
          steps: { type: "array", minItems: 1, items: { $ref: "#/definitions/step" } },
        },
      },
    },
  },
  definitions: {
    step: {
      type: "object",
      required: ["name", "action", "inputs"],
      additionalProperties: false,
      properties: {
        name: { type: "string", pattern: "^[A-Za-z0-9_.-]{1,128}$" },
        action: { const: "ExecuteBash" },
        // Seconds; -1 is without limit. Default: 7200.
        timeoutSeconds: { type: "integer", minimum: -1 },
        onFailure: { enum: ["Abort", "Continue", "Ignore"] },
        maxAttempts: { type: "integer", minimum: 1 },
        inputs: {
          type: "object",
          required: ["commands"],
          additionalProperties: false,
          properties: {
            commands: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
          },
        },
      },
    },
  },
} as const;

/** The same for documents that run another action. */
export function componentSchemaFor(action: "ExecuteBash" | "ExecutePowerShell") {
  const { step } = componentSchema.definitions;
  const properties = { ...step.properties, action: { const: action } };
  return { ...componentSchema, definitions: { step: { ...step, properties } } };
}
