import { Scalar, stringify } from "yaml";
import type { Step } from "../bakeline/step";
import { windowsBaseScript, windowsBaseScriptPath } from "../bootstrap/windows/baseScript";
import { quote } from "../bootstrap/windows/powershell/quote";
import { renderWindowsSteps } from "../bootstrap/windows/steps";
import { maximumDocumentBytes } from "./componentDocument";
import { windowsImageTests } from "./windowsImageTests";

export interface WindowsComponentDocumentArgs {
  /** e.g. `web-foundational`. */
  readonly name: string;
  /** The steps above the line: `divide(steps, tier).bake`. */
  readonly bake: readonly Step[];
  /** Where artifacts are. */
  readonly bucket: string;
  readonly region: string;
}

/** One step of a phase: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executepowershell */
interface DocumentStep {
  readonly name: string;
  readonly action: "ExecutePowerShell";
  readonly timeoutSeconds: number;
  readonly inputs: { readonly commands: readonly [string] };
}

const stepTimeoutSeconds = 1_800;

/**
 * A component document for Windows Server, as `renderComponentDocument` makes one for Linux. A step that needs a restart
 * ends with 3010, for which Image Builder restarts and runs the same step again; then it finds nothing left to do.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
export function renderWindowsComponentDocument(args: WindowsComponentDocumentArgs): string {
  const scripts = renderWindowsSteps(args.bake);
  const schemaVersion = new Scalar(1);
  schemaVersion.minFractionDigits = 1;
  const document = {
    name: args.name,
    schemaVersion,
    phases: [
      {
        name: "build",
        steps: [
          createStep("0000-base-script", preparation),
          ...scripts.map(({ name, script }) =>
            createStep(name, withBaseScript(args, `${script}if ($script:restart) { exit 3010 }\n`)),
          ),
        ],
      },
      {
        name: "validate",
        steps: [
          ...scripts.map(({ name, check }) => createStep(name, withBaseScript(args, check))),
          createStep("9999-clean-up", cleanUp),
        ],
      },
      { name: "test", steps: windowsImageTests.map(({ name, script }) => createStep(name, strict(script))) },
    ],
  };
  const text = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  const bytes = Buffer.byteLength(text);
  if (bytes > maximumDocumentBytes)
    throw new Error(
      `component document ${args.name}: expected at most ${maximumDocumentBytes} bytes, got ${bytes}; put what is large into an artifact`,
    );
  return text;
}

function createStep(name: string, script: string): DocumentStep {
  return {
    name,
    action: "ExecutePowerShell",
    timeoutSeconds: stepTimeoutSeconds,
    inputs: { commands: [script] },
  };
}

/** An error that nobody caught would leave the exit code 0. */
function strict(script: string): string {
  return `$ErrorActionPreference = 'Stop'\ntrap { Write-Host $_; exit 1 }\n${script}`;
}

function withBaseScript({ bucket, region }: WindowsComponentDocumentArgs, script: string): string {
  return strict(
    [
      `$facts = @{ bucket = ${quote(bucket)}; region = ${quote(region)} }\n`,
      "$script:restart = $false\n",
      "$script:objects = 'C:\\ProgramData\\Bakeline\\objects'\n",
      "$script:work = 'C:\\ProgramData\\Bakeline\\work'\n",
      `. '${windowsBaseScriptPath}'\n`,
      script,
    ].join(""),
  );
}

const preparation = strict(
  [
    "foreach ($each in 'objects', 'work') { New-Item -ItemType Directory -Force -Path \"C:\\ProgramData\\Bakeline\\$each\" | Out-Null }\n",
    `[IO.File]::WriteAllText('${windowsBaseScriptPath}', ${quote(windowsBaseScript)}, (New-Object Text.UTF8Encoding($true)))\n`,
  ].join(""),
);

/** What only the build needed. After its validation, which may ask for some of it again. */
const cleanUp = strict(
  "foreach ($each in 'objects', 'work') { Remove-Item -LiteralPath \"C:\\ProgramData\\Bakeline\\$each\" -Recurse -Force }\n",
);
