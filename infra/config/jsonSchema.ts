import * as z from "zod";
import { configKey, project } from "./configKeys";
import { stackConfigSchema } from "./schema";
import { guidanceOf } from "./setting";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What `pulumi config set --secret` writes in place of a value. */
const encrypted: JsonSchema = {
  type: "object",
  properties: {
    secure: { type: "string", description: "Ciphertext, written by `pulumi config set --secret`." },
  },
  required: ["secure"],
  additionalProperties: false,
};

/**
 * The JSON Schema of a whole stack file, for editors. It says what each setting allows; what settings demand of each
 * other is checked by parseStackConfig alone.
 */
export function stackFileJsonSchema(): JsonSchema {
  // Draft 7 is what the YAML language server, and so every editor, supports fully.
  const { properties = {}, required = [] } = z.toJSONSchema(stackConfigSchema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (guidanceOf.get(zodSchema)?.placeholder === undefined || jsonSchema.anyOf !== undefined) return;
      const { description, ...plain } = jsonSchema;
      for (const keyword of Object.keys(plain)) delete jsonSchema[keyword];
      jsonSchema.anyOf = [plain, encrypted];
    },
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Stack file of Bakeline",
    description: "Generated from infra/config/schema.ts by `npm run schema:stack`.",
    type: "object",
    properties: {
      config: {
        type: "object",
        description: "The stack's settings.",
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, schema]) => [configKey(name), schema]),
        ),
        // Other namespaces belong to other packages; those of this program and of its provider are closed.
        patternProperties: { [`^(?!(aws|${project}):)[^:]+:.+$`]: true },
        additionalProperties: false,
        required: required.map(configKey),
      },
      secretsprovider: { type: "string", description: "Pulumi's: what encrypts the stack's secrets." },
      encryptionsalt: {
        type: "string",
        description: "Pulumi's: salt of the passphrase that encrypts secrets.",
      },
      encryptedkey: { type: "string", description: "Pulumi's: the data key, encrypted by secretsprovider." },
      environment: {
        description: "Pulumi's: ESC environments that the stack imports.",
        anyOf: [{ type: "array", items: { type: "string" } }, { type: "object" }],
      },
    },
    required: ["config"],
    additionalProperties: false,
  };
}

/** As checked in at schemas/stack.schema.json. */
export function renderStackFileJsonSchema(): string {
  return `${JSON.stringify(stackFileJsonSchema(), undefined, 2)}\n`;
}
