import path from "node:path";
import { root as repository } from "../build/compile";

/** Where the sandbox keeps what. Everything but the engine is under `state`, which git ignores. */
export interface SandboxFolders {
  /** The folder with Pulumi.yaml and the stack files. */
  root: string;
  state: string;
  /** PULUMI_HOME: plugin scripts and the engine's bookkeeping. */
  home: string;
  /** HOME of everything that the engine starts, so that no `~/.aws` is found. */
  userHome: string;
  /** The file backend. */
  backend: string;
  /** The mirror project in which the engine runs. */
  project: string;
  /** The simulated account: one folder a stack. */
  ledger: string;
}

/** Shared by all sandboxes of this repository: a build takes minutes, and holds nothing of a sandbox. */
export const engineFolder = path.join(repository, ".sandbox", "engine");

export function sandboxFolders(options: { root?: string; stateFolder?: string } = {}): SandboxFolders {
  const root = path.resolve(options.root ?? repository);
  const state = path.resolve(options.stateFolder ?? path.join(root, ".sandbox"));
  return {
    root,
    state,
    home: path.join(state, "home"),
    userHome: path.join(state, "user-home"),
    backend: path.join(state, "state"),
    project: path.join(state, "project"),
    ledger: path.join(state, "ledger"),
  };
}
