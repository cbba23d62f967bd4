import assert from "node:assert/strict";
import Ajv from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import * as z from "zod";
import { divide } from "../../../infra/bakeline/divide";
import { tiers } from "../../../infra/bakeline/tier";
import { renderWindowsComponentDocument } from "../../../infra/images/windowsComponentDocument";
import { legalWindowsSteps } from "../bootstrap/windows/anyWindowsStep";
import { PowerShellParser } from "../bootstrap/windows/parsePowerShell";
import { componentSchemaFor } from "./componentSchema";

const Document = z.object({
  phases: z.array(
    z.object({
      name: z.string(),
      steps: z.array(z.object({ name: z.string(), inputs: z.object({ commands: z.array(z.string()) }) })),
    }),
  ),
});

const anyDocument = fc
  .record({ steps: legalWindowsSteps, tier: fc.constantFrom(...tiers) })
  .map(({ steps, tier }) => {
    const { bake } = divide(steps, tier);
    const place = { bucket: "bakeline-dev-bootstrap", region: "eu-west-1" };
    return { bake, text: renderWindowsComponentDocument({ name: "web-full", bake, ...place }) };
  });

describe("renderWindowsComponentDocument", function () {
  this.timeout(60_000);
  let parser: PowerShellParser;
  before(async () => {
    parser = await PowerShellParser.load();
  });

  it("is valid against the schema of component documents, for any workload", () => {
    const isValid = new Ajv().compile(componentSchemaFor("ExecutePowerShell"));
    fc.assert(
      fc.property(anyDocument, ({ text }) => {
        assert.ok(isValid(parse(text)), JSON.stringify(isValid.errors));
      }),
    );
  });

  it("runs only PowerShell that parses", () => {
    fc.assert(
      fc.property(anyDocument, ({ text }) => {
        for (const { steps } of Document.parse(parse(text)).phases)
          for (const { inputs } of steps)
            for (const command of inputs.commands) assert.deepEqual(parser.problems(command), [], command);
      }),
      { numRuns: 20 },
    );
  });

  it("builds and validates every baked step once, in order", () => {
    fc.assert(
      fc.property(anyDocument, ({ bake, text }) => {
        const { phases } = Document.parse(parse(text));
        const [build = [], validate = []] = phases.map(({ steps }) => steps.map(({ name }) => name));
        assert.deepEqual(build.slice(1), validate.slice(0, -1));
        assert.deepEqual(
          build.slice(1).map((name) => name.replace(/^(\d{4}-[A-Za-z]+).*$/, "$1")),
          bake.map(({ kind }, index) => `${`${index + 1}`.padStart(4, "0")}-${kind}`),
        );
      }),
      { numRuns: 30 },
    );
  });
});
