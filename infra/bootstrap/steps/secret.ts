import type { SecretReference, SecretStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

export function renderSecret({ path, reference, owner, mode = "0400" }: SecretStep): RenderedStep {
  return {
    script: renderSecretFile(path, owner, mode, reference),
    check: `${call("test", "-s", path)}\n`,
  };
}

/** The line that fetches a secret into a file. Holds its reference; there is no value to hold. */
export function renderSecretFile(
  path: string,
  owner: string,
  mode: string,
  reference: SecretReference,
): string {
  return `${call("write_secret", path, owner, mode, reference.kind, nameOf(reference))}\n`;
}

function nameOf(reference: SecretReference): string {
  switch (reference.kind) {
    case "parameterStore":
      return reference.name;
    case "secretsManager":
      return reference.secretId;
    default:
      return reference satisfies never;
  }
}
