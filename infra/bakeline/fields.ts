import type { BucketObject, SecretReference, Step } from "./step";

/** A value of a step that cannot be what it is called, by its path within the step. */
export interface FieldProblem {
  path: string;
  reason: string;
}

export interface Field {
  path: string;
  value: string;
  pattern: RegExp;
  /** What the pattern means, and an example of it. */
  expected: string;
}

const absolutePath = { pattern: /^(\/[^/\0\n]+)+$/, expected: "an absolute path such as /etc/app/app.env" };
const owner = { pattern: /^[a-z_][a-z0-9_-]*$/, expected: "the name of a user such as root" };
const mode = { pattern: /^[0-7]{4}$/, expected: "four octal digits such as 0640" };
export const plainName = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._+-]*$/,
  expected: "letters, digits and . _ + - such as app-1.2",
};
const unitName = {
  pattern: /^[A-Za-z0-9:_.@-]+(?<!\.service)$/,
  expected: "the name of a systemd unit without .service",
};
const packageName = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9.+:_-]*$/,
  expected: "the name of a package such as nginx-light",
};
const key = { pattern: /^[A-Za-z0-9._-][A-Za-z0-9._/-]*$/, expected: "letters, digits and . _ - / of a key" };
const sha256 = { pattern: /^[0-9a-f]{64}$/, expected: "64 hexadecimal digits" };
const parameterName = {
  pattern: /^(\/[A-Za-z0-9._-]+)+$/,
  expected: "the full name of a parameter such as /app/key",
};
const secretId = {
  pattern: /^[A-Za-z0-9/_+=.@:-]+$/,
  expected: "the name or ARN of a secret such as app/key",
};
export const url = { pattern: /^https:\/\/[^\s'"]+$/, expected: "a URL that begins with https://" };
export const scriptText = { pattern: /^[^\0]*$/, expected: "text without NUL characters" };

/** Everything about a step's values that no shell script could be made of, in the order of its properties. */
export function findFieldProblems(step: Step): FieldProblem[] {
  return findProblemsOf(fieldsOf(step));
}

export function findProblemsOf(fields: readonly Field[]): FieldProblem[] {
  return fields
    .filter(({ value, pattern }) => !pattern.test(value))
    .map(({ path, value, expected }) => ({
      path,
      reason: `expected ${expected}, got ${describe(path, value)}`,
    }));
}

function fieldsOf(step: Step): Field[] {
  switch (step.kind) {
    case "packages":
      return [
        ...step.names.map((value, index) => ({ path: `names[${index}]`, value, ...packageName })),
        ...(step.files ?? []).flatMap((file, index) => objectFields(`files[${index}].`, file)),
      ];
    case "artifact":
      return [
        { path: "name", value: step.name, ...plainName },
        { path: "version", value: step.version, ...plainName },
        { path: "directory", value: step.directory, ...absolutePath },
        ...objectFields("", step),
      ];
    case "file":
      return [
        { path: "path", value: step.path, ...absolutePath },
        { path: "content.text", value: step.content.text, ...scriptText },
        ...accessFields(step),
      ];
    case "service":
      return [
        { path: "name", value: step.name, ...unitName },
        { path: "unit", value: step.unit ?? "", ...scriptText },
      ];
    case "command":
      return [
        { path: "run", value: step.run, ...scriptText },
        { path: "unless", value: step.unless, ...scriptText },
      ];
    case "secret":
      return [
        { path: "path", value: step.path, ...absolutePath },
        referenceField("reference", step.reference),
        ...accessFields(step),
      ];
    case "ansiblePull":
      return [
        { path: "name", value: step.name, ...plainName },
        { path: "playbook", value: step.playbook, ...key },
        ...objectFields("", step),
      ];
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

export function objectFields(prefix: string, object: BucketObject): Field[] {
  return [
    { path: `${prefix}key`, value: object.key, ...key },
    { path: `${prefix}sha256`, value: object.sha256, ...sha256 },
  ];
}

function accessFields(step: { owner?: string; mode?: string }): Field[] {
  return [
    { path: "owner", value: step.owner ?? "root", ...owner },
    { path: "mode", value: step.mode ?? "0644", ...mode },
  ];
}

export function referenceField(path: string, reference: SecretReference): Field {
  switch (reference.kind) {
    case "parameterStore":
      return { path: `${path}.name`, value: reference.name, ...parameterName };
    case "secretsManager":
      return { path: `${path}.secretId`, value: reference.secretId, ...secretId };
    default:
      return reference satisfies never;
  }
}

/** Where a person may have written the secret itself instead of its name, the value is not repeated. */
function describe(path: string, value: string): string {
  const quoted = /^(reference|validator)\./.test(path) || value.length > 80;
  return quoted ? `${value.length} other characters` : JSON.stringify(value);
}
