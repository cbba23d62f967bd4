import type { AnsiblePullStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

/** ansible-pull clones; a git bundle is a repository in one file, so nothing but S3 is asked. */
export function renderAnsiblePull({ name, playbook, key, sha256 }: AnsiblePullStep): RenderedStep {
  return {
    script: `${call("ansible_pull", name, playbook, key, sha256)}\n`,
    check: `${call("check_ansible_pull", name, playbook, key, sha256)}\n`,
  };
}
