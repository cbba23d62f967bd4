import path from "node:path";
import { root } from "../build/compile";

/** A Pulumi project that the bench previews, and where the sandbox keeps what belongs to it. */
export interface BenchFolders {
  root: string;
  stateFolder: string;
}

/** `dev` is this repository's own project, but in a sandbox apart from the user's: its state would change the cost. */
export function benchFolders(project: "dev" | "empty" | "estate"): BenchFolders {
  return {
    root: project === "dev" ? root : path.join(root, "bench", project),
    stateFolder: path.join(root, ".sandbox", "bench", project),
  };
}
