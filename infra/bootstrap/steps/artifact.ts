import type { ArtifactStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

export function renderArtifact({ directory, version, key, sha256 }: ArtifactStep): RenderedStep {
  return {
    script: `${call("install_artifact", directory, version, key, sha256)}\n`,
    check: `${call("check_artifact", directory, version, key, sha256)}\n`,
  };
}
