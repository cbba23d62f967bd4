/**
 * JSON Schema of EC2Launch v2's user data, as far as executeScript: its inputs, their values and the stage are those of
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2launch-v2-task-definitions.html, read in November 2026.
 */
export const ec2LaunchSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["version", "tasks"],
  additionalProperties: false,
  properties: {
    version: { enum: [1.0, 1.1] },
    tasks: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["task", "inputs"],
        additionalProperties: false,
        properties: {
          task: { const: "executeScript" },
          inputs: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              required: ["frequency", "type", "content", "runAs"],
              additionalProperties: false,
              properties: {
                frequency: { enum: ["once", "always"] },
                type: { enum: ["batch", "powershell"] },
                arguments: { type: "array", items: { type: "string" } },
                content: { type: "string", minLength: 1 },
                runAs: { enum: ["admin", "localSystem"] },
                detach: { type: "boolean" },
              },
            },
          },
        },
      },
    },
  },
} as const;
