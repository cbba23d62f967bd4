import { createHash } from "node:crypto";
import type { ChefClientStep, SecretReference, Step } from "../../bakeline/step";
import { nameStep, type StepScript } from "../steps/stepScript";
import { call, quote, quoteList } from "./powershell/quote";

const defaultDrainSeconds = 30;

/** From the end of the drain to its end by Windows. */
const stopMarginSeconds = 15;

/** One script a step, in order: PowerShell that calls the base script. As on Linux, `check` throws unless it is done. */
export function renderWindowsSteps(steps: readonly Step[]): StepScript[] {
  return steps.map((step, index) => ({ name: nameStep(step, index), ...renderWindowsStep(step) }));
}

function renderWindowsStep(step: Step): { script: string; check: string } {
  switch (step.kind) {
    case "packages": {
      const features = step.names.length === 0 ? [] : [quoteList(step.names)];
      const files = step.files ?? [];
      return {
        script: lines(
          ...features.map((names) => `Install-Features ${names}`),
          ...files.map(({ key, sha256 }) => call("Install-PackageFile", key, sha256)),
        ),
        check: lines(
          ...features.map((names) => `Test-Features ${names}`),
          ...files.map(({ key, sha256 }) => call("Test-PackageFile", key, sha256)),
        ),
      };
    }
    case "artifact": {
      const words = [step.directory, step.version, step.key, step.sha256];
      return {
        script: lines(call("Install-Artifact", ...words)),
        check: lines(call("Test-Artifact", ...words)),
      };
    }
    case "file":
      return renderFile(step.path, step.content);
    case "service": {
      const { name, startAt = "boot", drainSeconds = defaultDrainSeconds } = step;
      return {
        script: lines(`${call("Install-Service", name, startAt)} ${drainSeconds + stopMarginSeconds}`),
        check: lines(call("Test-Service", name, startAt)),
      };
    }
    case "command":
      return {
        script: lines(call("Invoke-Unless", step.unless, step.run)),
        check: lines(call("Test-Command", step.unless)),
      };
    case "secret":
      return {
        script: lines(writeSecret(step.path, step.owner, step.reference)),
        check: lines(call("Test-File", step.path)),
      };
    case "chefClient":
      return renderChefClient(step);
    case "ansiblePull":
      // findWindowsFieldProblems refuses it before anything is rendered.
      throw new Error(`ansiblePull ${step.name}: expected a step that runs on Windows Server`);
    default:
      return step satisfies never;
  }
}

function renderFile(
  path: string,
  content: { kind: "literal" | "template"; text: string },
): { script: string; check: string } {
  switch (content.kind) {
    case "literal": {
      const sha256 = createHash("sha256").update(content.text).digest("hex");
      return {
        script: lines(call("Write-TextFile", path, content.text)),
        check: lines(call("Test-TextFile", path, sha256)),
      };
    }
    case "template":
      return {
        script: lines(call("Expand-Template", path, content.text)),
        check: lines(call("Test-File", path)),
      };
    default:
      return content.kind satisfies never;
  }
}

/** Minutes between two runs, and the seconds over which a fleet's runs are spread. */
const intervalMinutes = 5;
const splaySeconds = 60;

/**
 * Where their installers for Windows put the clients: https://docs.chef.io/chef_install_script/ and https://cinc.sh.
 * A scheduled task runs them, which a client that fails cannot stop from running again.
 */
const chefFolders = {
  "chef-client": { home: "C:\\chef", program: "C:\\opscode\\chef\\bin\\chef-client.bat" },
  "cinc-client": { home: "C:\\cinc", program: "C:\\cinc-project\\cinc\\bin\\cinc-client.bat" },
} as const;

function renderChefClient(step: ChefClientStep): { script: string; check: string } {
  const { home, program } = chefFolders[step.program];
  const clientRb = [
    `chef_server_url ${rubyString(step.serverUrl)}`,
    `validation_client_name ${rubyString(step.validatorName)}`,
    `validation_key ${rubyString(`${home}\\validation.pem`)}`,
    'node_name "{{instanceId}}"',
    'environment "{{environment}}"',
    'chef_license "accept"',
    "",
  ].join("\n");
  const options = `--config ${home}\\client.rb --json-attributes ${home}\\first-boot.json --once --splay ${splaySeconds}`;
  return {
    script: lines(
      writeSecret(`${home}\\validation.pem`, "NT AUTHORITY\\SYSTEM", step.validator),
      call("Expand-Template", `${home}\\client.rb`, clientRb),
      call("Expand-Template", `${home}\\first-boot.json`, '{ "run_list": ["role[{{role}}]"] }\n'),
      `${call("Install-Schedule", step.program, "ready", program, options)} ${intervalMinutes}`,
    ),
    check: lines(call("Test-Schedule", step.program)),
  };
}

/** Holds the reference; there is no value to hold. */
function writeSecret(path: string, owner: string, reference: SecretReference): string {
  const name = reference.kind === "parameterStore" ? reference.name : reference.secretId;
  return call("Write-Secret", path, owner, reference.kind, name);
}

function rubyString(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function lines(...each: readonly string[]): string {
  return each.map((line) => `${line}\n`).join("");
}

/** Lays a step out where first boot finds it. */
export function renderStepLayout(seriesNumber: number, { name, script }: StepScript): string {
  return `Add-Step ${quote(`${seriesNumber}-${name}`)} ${quote(script)}\n`;
}
