import { formatOf } from "../../scan/reader/formatOf";
import type { Format } from "../../scan/reader/part";
import { findSecrets } from "../../scan/secrets/findSecrets";
import type { Step } from "./step";

interface StepText {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
}

/** A credential written into a step's text, by its path within the step. Never repeats it. */
export function findLiteralSecrets(step: Step): { path: string; reason: string }[] {
  return textsOf(step).flatMap(({ path, text, format }) =>
    findSecrets({ place: [path], format, text, parts: [] }).map(({ detector, line }) => ({
      path,
      reason: `expected no credential, got one in line ${line} (${detector}); keep it in Parameter Store or Secrets Manager, and let a secret step write the file`,
    })),
  );
}

function textsOf(step: Step): StepText[] {
  switch (step.kind) {
    case "file":
      return [
        { path: "content.text", text: step.content.text, format: formatOf(step.path, step.content.text) },
      ];
    case "service":
      return [{ path: "unit", text: step.unit ?? "", format: "systemdUnit" }];
    case "command":
      return [
        { path: "run", text: step.run, format: "shell" },
        { path: "unless", text: step.unless, format: "shell" },
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
