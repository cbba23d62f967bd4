import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { root } from "../../../build/compile";
import { isMap } from "../../../infra/config/finding";
import { renderStackFileJsonSchema, stackFileJsonSchema } from "../../../infra/config/jsonSchema";
import { anyConfig, valuesOf } from "./anyConfig";
import { type Edit, editStackFile, type Stack } from "./editedStackFile";

const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  stackFileJsonSchema(),
);

/** Where the schema finds fault with a text, as `<path> <keyword>`. */
function faultsOf(text: string): string[] {
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("The JSON Schema of stack files", () => {
  it("is checked in as schema.ts makes it; if not, `npm run schema:stack` refreshes it", () => {
    const file = path.join(root, "schemas/stack.schema.json");
    assert.equal(readFileSync(file, "utf8"), renderStackFileJsonSchema());
  });

  for (const stack of ["dev", "prod"] as const)
    it(`is named by the first line of ${stack}'s stack file, and accepts it`, () => {
      const text = readFileSync(path.join(root, `Pulumi.${stack}.yaml`), "utf8");
      assert.equal(text.split("\n")[0], "# yaml-language-server: $schema=./schemas/stack.schema.json");
      assert.deepEqual(faultsOf(text), []);
    });

  it("accepts any config that the program accepts", () =>
    fc.assert(
      fc.property(anyConfig(["web", "api"]), (config) => {
        assert.equal(validate({ config: valuesOf(config) }), true);
      }),
    ));

  it("accepts encrypted values, other packages' config and pulumi's own sections", () => {
    const text = editStackFile("dev", [
      ["email: ops-dev@example.com", "email: { secure: v1:aGVsbG8= }"],
      [
        "config:\n",
        "encryptionsalt: v1:abc\nenvironment: [shared]\nconfig:\n  datadog:apiKey: { secure: v1:x }\n",
      ],
    ]);
    assert.deepEqual(faultsOf(text), []);
  });

  const refused: [behaviour: string, stack: Stack, edit: Edit, fault: string][] = [
    [
      "an unknown setting",
      "dev",
      ["natGateways:", "natGateway:"],
      "/config/bakeline:network additionalProperties",
    ],
    [
      "an unknown key",
      "dev",
      ["bakeline:environment", "bakeline:enviroment"],
      "/config additionalProperties",
    ],
    [
      "another setting of aws",
      "dev",
      ["config:\n", "config:\n  aws:profile: me\n"],
      "/config additionalProperties",
    ],
    ["an unknown section", "dev", ["config:\n", "stack: dev\nconfig:\n"], " additionalProperties"],
    [
      "a number out of range",
      "dev",
      ["minSize: 2", "minSize: 0"],
      "/config/bakeline:workloads/web/minSize minimum",
    ],
    ["a fraction", "dev", ["minSize: 2", "minSize: 2.5"], "/config/bakeline:workloads/web/minSize type"],
    [
      "text of another form",
      "dev",
      ["10.20.0.0/16", "10.20.0.0"],
      "/config/bakeline:network/cidrBlock pattern",
    ],
    [
      "a word of another choice",
      "prod",
      ["imds: mandatory", "imds: warn"],
      "/config/bakeline:policies/imds enum",
    ],
    ["a missing setting", "dev", ["      minSize: 2\n", ""], "/config/bakeline:workloads/web required"],
  ];
  for (const [what, stack, edit, fault] of refused)
    it(`refuses ${what}`, () => {
      const faults = faultsOf(editStackFile(stack, [edit]));
      assert.ok(faults.includes(fault), faults.join("\n"));
    });

  it("describes every setting to the editor", () => {
    assert.deepEqual(findUndescribed(stackFileJsonSchema(), ""), []);
  });
});

/** The paths of all properties without a description. */
function findUndescribed(schema: unknown, at: string): string[] {
  if (!isMap(schema)) return [];
  const properties = isMap(schema.properties) ? Object.entries(schema.properties) : [];
  const own = properties.map(([name, property]) => ({ path: `${at}.${name}`, property }));
  const values = { path: `${at}.*`, property: schema.additionalProperties };
  return [
    ...own.filter(({ property }) => !(isMap(property) && property.description)).map(({ path }) => path),
    ...[...own, values].flatMap(({ path, property }) => findUndescribed(property, path)),
  ];
}
