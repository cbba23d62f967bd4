import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root as repository } from "../../build/compile";
import { bundledPlugins } from "./bundledPlugins";

/** A program that is built from the Go modules pinned in this folder. */
export interface PinnedModule {
  program: string;
  folder: string;
  /** Of `folder`, what the build depends on. */
  sources: readonly string[];
  package: string;
}

const folder = path.join(repository, "sandbox", "engine");

export const pinnedModules: readonly PinnedModule[] = [
  {
    program: "pulumi",
    folder: path.join(folder, "cli"),
    sources: ["go.mod", "go.sum"],
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  },
  {
    program: "pulumi-language-nodejs",
    folder: path.join(folder, "language-nodejs"),
    sources: ["go.mod", "go.sum", "main.go"],
    package: ".",
  },
];

/** The engine's version as cli/go.mod pins it, e.g. `3.220.0`. */
export function pinnedEngineVersion(): string {
  const goMod = readFileSync(path.join(folder, "cli", "go.mod"), "utf8");
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1];
  if (version === undefined)
    throw new Error("sandbox/engine/cli/go.mod does not require github.com/pulumi/pulumi/pkg/v3");
  return version;
}

/** Changes when a pin or the machine does, so that a build of other pins is never taken for this one's. */
export function buildKey(): string {
  const hash = createHash("sha256").update(JSON.stringify([process.platform, process.arch, bundledPlugins]));
  for (const module of pinnedModules) {
    for (const file of module.sources) hash.update(readFileSync(path.join(module.folder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
