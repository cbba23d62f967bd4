import type { Step } from "./step";

/** What a text of a step must never be, by a mark that nothing else has. */
const marks: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: "a private key", pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/ },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  { kind: "an AWS access key", pattern: /\b(AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { kind: "a GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9]{36}/ },
  {
    kind: "a password",
    pattern: /\b(password|passwd|secret|token|api_?key)\s*[:=]\s*["']?(?![\s"'${<]|\/)[^\s"']{8,}/i,
  },
];

/** A credential written into a step's text, by its path within the step. Never repeats it. */
export function findLiteralSecrets(step: Step): { path: string; reason: string }[] {
  return textsOf(step).flatMap(({ path, text }) =>
    marks
      .filter(({ pattern }) => pattern.test(text))
      .map(({ kind }) => ({
        path,
        reason: `expected no credential, got ${kind} in ${text.length} characters; keep it in Parameter Store or Secrets Manager, and let a secret step write the file`,
      })),
  );
}

function textsOf(step: Step): { path: string; text: string }[] {
  switch (step.kind) {
    case "file":
      return [{ path: "content.text", text: step.content.text }];
    case "service":
      return [{ path: "unit", text: step.unit ?? "" }];
    case "command":
      return [
        { path: "run", text: step.run },
        { path: "unless", text: step.unless },
      ];
    case "packages":
    case "artifact":
    case "secret":
    case "ansiblePull":
    case "chefClient":
      return [];
    default:
      return step satisfies never;
  }
}
