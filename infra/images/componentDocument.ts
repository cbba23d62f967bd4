import { Scalar, stringify } from "yaml";
import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { Step } from "../bakeline/step";
import { baseScript, baseScriptPath } from "../bootstrap/baseScript";
import { heredoc } from "../bootstrap/shell/heredoc";
import { quote } from "../bootstrap/shell/quote";
import { renderSteps } from "../bootstrap/steps/stepScript";
import { imageTests } from "./imageTests";

export interface ComponentDocumentArgs {
  /** e.g. `web-foundational`. */
  readonly name: string;
  readonly operatingSystem: OperatingSystem;
  /** The steps above the line: `divide(steps, tier).bake`. */
  readonly bake: readonly Step[];
  /** Where artifacts are. */
  readonly bucket: string;
  readonly region: string;
  /** `amazonaws.com`, or that of the region's partition. */
  readonly domain: string;
}

/** One step of a phase: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executebash */
interface DocumentStep {
  readonly name: string;
  readonly action: "ExecuteBash";
  readonly timeoutSeconds: number;
  readonly inputs: { readonly commands: readonly [string] };
}

/** Of a document in S3; as `data` in the request it may have 16,000 characters: https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateComponent.html */
export const maximumDocumentBytes = 65_536;

const stepTimeoutSeconds = 1_800;

/**
 * A component document of EC2 Image Builder: builds by the scripts that a boot would run, validates by asking each
 * step whether it is done, and tests that the image carries nobody's credentials.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
export function renderComponentDocument(args: ComponentDocumentArgs): string {
  const scripts = renderSteps(args.bake, args.operatingSystem);
  const document = {
    name: args.name,
    schemaVersion: createSchemaVersion(),
    phases: [
      {
        name: "build",
        steps: [
          createStep("0000-base-script", renderPreparation()),
          ...scripts.map(({ name, script }) => createStep(name, withBaseScript(args, script))),
        ],
      },
      {
        name: "validate",
        steps: [
          ...scripts.map(({ name, check }) => createStep(name, withBaseScript(args, check))),
          createStep("9999-clean-up", renderCleanUp()),
        ],
      },
      { name: "test", steps: imageTests.map(({ name, script }) => createStep(name, strict(script))) },
    ],
  };
  // Long lines stay whole, and no text becomes an alias of another.
  const text = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  const bytes = Buffer.byteLength(text);
  if (bytes > maximumDocumentBytes) {
    const largest = scripts
      .toSorted((a, b) => b.script.length - a.script.length)
      .slice(0, 3)
      .map(({ name, script }) => `${name} (${script.length} bytes)`);
    throw new Error(
      `component document ${args.name}: expected at most ${maximumDocumentBytes} bytes, got ${bytes}; the largest steps: ${largest.join(", ")}; put what is large into an artifact`,
    );
  }
  return text;
}

/** A number, and yet written 1.0, as AWS's reference has it. */
function createSchemaVersion(): Scalar<number> {
  const version = new Scalar(1);
  version.minFractionDigits = 1;
  return version;
}

function createStep(name: string, script: string): DocumentStep {
  return { name, action: "ExecuteBash", timeoutSeconds: stepTimeoutSeconds, inputs: { commands: [script] } };
}

/** Image Builder runs commands without `set -e`. */
function strict(script: string): string {
  return `set -Eeuo pipefail\n${script}`;
}

function withBaseScript({ bucket, region, domain }: ComponentDocumentArgs, script: string): string {
  const facts = { BAKELINE_BUCKET: bucket, BAKELINE_REGION: region, BAKELINE_DOMAIN: domain };
  const words = Object.entries(facts).map(([name, value]) => `${name}=${quote(value)}`);
  return strict(
    `export ${words.join(" ")}\n# shellcheck source=/dev/null\n. ${baseScriptPath}\nload_environment\n${script}`,
  );
}

function renderPreparation(): string {
  return strict(
    [
      "mkdir -p /usr/lib/bakeline\n",
      heredoc(`cat >${baseScriptPath}`, baseScript),
      `chmod 0755 ${baseScriptPath}\n`,
    ].join(""),
  );
}

/** What only the build needed. After its validation, which may ask for some of it again. */
function renderCleanUp(): string {
  return strict(
    [
      "rm -rf /var/lib/bakeline\n",
      "if command -v apt-get >/dev/null; then apt-get clean; rm -rf /var/lib/apt/lists/*; fi\n",
      "if command -v dnf >/dev/null; then dnf clean all -q; fi\n",
    ].join(""),
  );
}
