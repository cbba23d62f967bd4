import {
  type Field,
  type FieldProblem,
  findProblemsOf,
  objectFields,
  plainName,
  referenceField,
  scriptText,
  url,
} from "./fields";
import type { Step } from "./step";

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file, read in November 2026. */
const windowsPath = {
  // The last character of a name is no blank and no point: Windows would drop it.
  pattern: /^[A-Za-z]:(\\[^\\/:*?"<>|\p{Cc}]*[^\\/:*?"<>|\p{Cc} .])+$/u,
  expected: "an absolute path such as C:\\ProgramData\\App\\app.config",
};
const account = {
  pattern: /^[A-Za-z0-9 ._$-]+(\\[A-Za-z0-9 ._$-]+)?$/,
  expected: "an account such as NT SERVICE\\app",
};
const serviceName = { pattern: /^[A-Za-z0-9._-]{1,256}$/, expected: "the name of a Windows service" };
const featureName = {
  pattern: /^[A-Za-z0-9-]+$/,
  expected: "the name of a feature of Windows Server such as Web-Server (Get-WindowsFeature lists them)",
};
const packageFile = {
  pattern: /\.msi$/,
  expected: "the key of a Windows Installer package, which ends in .msi",
};

/** As `findFieldProblems`, for a workload on Windows Server: also what a step says that nothing there could do. */
export function findWindowsFieldProblems(step: Step): FieldProblem[] {
  return [...findProblemsOf(fieldsOf(step)), ...refusals(step)];
}

function fieldsOf(step: Step): Field[] {
  switch (step.kind) {
    case "packages":
      return [
        ...step.names.map((value, index) => ({ path: `names[${index}]`, value, ...featureName })),
        ...(step.files ?? []).flatMap((file, index) => [
          ...objectFields(`files[${index}].`, file),
          { path: `files[${index}].key`, value: file.key, ...packageFile },
        ]),
      ];
    case "artifact":
      return [
        { path: "name", value: step.name, ...plainName },
        { path: "version", value: step.version, ...plainName },
        { path: "directory", value: step.directory, ...windowsPath },
        ...objectFields("", step),
      ];
    case "file":
      return [
        { path: "path", value: step.path, ...windowsPath },
        { path: "content.text", value: step.content.text, ...scriptText },
      ];
    case "service":
      return [{ path: "name", value: step.name, ...serviceName }];
    case "command":
      return [
        { path: "run", value: step.run, ...scriptText },
        { path: "unless", value: step.unless, ...scriptText },
      ];
    case "secret":
      return [
        { path: "path", value: step.path, ...windowsPath },
        referenceField("reference", step.reference),
        { path: "owner", value: step.owner, ...account },
      ];
    case "ansiblePull":
      return [];
    case "chefClient":
      return [
        { path: "serverUrl", value: step.serverUrl, ...url },
        { path: "validatorName", value: step.validatorName, ...plainName },
        referenceField("validator", step.validator),
      ];
    default:
      return step satisfies never;
  }
}

function refusals(step: Step): FieldProblem[] {
  const refuse = (path: string, given: boolean, why: string, instead: string): FieldProblem[] =>
    given ? [{ path, reason: `expected none on Windows Server, ${why}, got one; ${instead}` }] : [];
  switch (step.kind) {
    case "file":
      return [
        ...refuse(
          "owner",
          step.owner !== undefined,
          "whose files take their folder's access list",
          "leave it out",
        ),
        ...refuse("mode", step.mode !== undefined, "whose files have no mode", "leave it out"),
      ];
    case "secret":
      return refuse(
        "mode",
        step.mode !== undefined,
        "where only owner, Administrators and SYSTEM read a secret",
        "leave it out",
      );
    case "service":
      return refuse(
        "unit",
        step.unit !== undefined,
        "which has no systemd",
        "let a packages or a command step create the service, and name it here",
      );
    case "ansiblePull":
      // https://docs.ansible.com/ansible/latest/os_guide/windows_faq.html, read in November 2026
      return [
        {
          path: "kind",
          reason:
            "expected a step that runs on Windows Server, got ansiblePull; Ansible has no control node for Windows, use chefClient or command",
        },
      ];
    default:
      return [];
  }
}
