import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundledPlugins } from "./bundledPlugins";
import type { EngineCli } from "./engineCli";
import { allowedForTools } from "./environments";
import { buildKey, type PinnedModule, pinnedEngineVersion, pinnedModules } from "./pinnedModules";
import { say, withProgress } from "./progress";
import { runTool } from "./runTool";

const unfinishedPrefix = "building-";

/** The engine built earlier from the same pins, if any. */
export function findBuilt(engineFolder: string): EngineCli | undefined {
  const executable = path.join(builtFolder(engineFolder), "pulumi");
  return existsSync(executable) ? { executable, version: pinnedEngineVersion(), source: "build" } : undefined;
}

/**
 * Builds the engine from the pinned Go modules, about two and a half minutes on two cores. The caller holds the
 * engine's lock.
 * @throws when Go is missing or the build fails, saying what to install.
 */
export async function buildEngine(engineFolder: string, caller: NodeJS.ProcessEnv): Promise<EngineCli> {
  await mkdir(engineFolder, { recursive: true });
  const env = allowedForTools(caller);
  const go = await runTool("go", ["version"], { env });
  if (go.exitCode !== 0) throw new Error(whatToInstall("go does not run here"));
  say(
    `building Pulumi ${pinnedEngineVersion()} with ${go.stdout.trim()} (once; about 2.5 minutes on 2 cores)`,
  );

  await removeUnfinished(engineFolder);
  const unfinished = await mkdtemp(path.join(engineFolder, unfinishedPrefix));
  try {
    for (const module of pinnedModules) {
      await withProgress(`building ${module.program}`, () => buildProgram(module, unfinished, env));
    }
    for (const [name, script] of Object.entries(bundledPlugins)) {
      await writeFile(path.join(unfinished, name), script, { mode: 0o755 });
    }
    // The rename is the only moment at which the folder appears: whoever finds it finds it whole.
    await rename(unfinished, builtFolder(engineFolder));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return {
    executable: path.join(builtFolder(engineFolder), "pulumi"),
    version: pinnedEngineVersion(),
    source: "build",
  };
}

async function buildProgram(
  module: PinnedModule,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  // Without the flag `pulumi version` prints nothing; -s -w leave out debug tables, a third of the file.
  const version = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
  const ldflags = `-s -w -X ${version}=v${pinnedEngineVersion()}`;
  const args = ["build", "-ldflags", ldflags, "-o", path.join(folder, module.program), module.package];
  const run = await runTool("go", args, { cwd: module.folder, env });
  if (run.exitCode !== 0) {
    const lines = run.stderr.trim().split("\n").slice(-8).join("\n  ");
    throw new Error(whatToInstall(`go build of ${module.program} failed:\n  ${lines}\n`));
  }
}

/** What builds that were killed left behind. Nobody else builds now: the lock is ours. */
async function removeUnfinished(engineFolder: string): Promise<void> {
  for (const name of await readdir(engineFolder)) {
    if (name.startsWith(unfinishedPrefix))
      await rm(path.join(engineFolder, name), { recursive: true, force: true });
  }
}

function whatToInstall(problem: string): string {
  return (
    `${problem}; install Pulumi 3.200 or newer (https://www.pulumi.com/docs/install/), ` +
    "or Go 1.25 or newer (https://go.dev/dl/) with a module proxy in reach, and run the command again"
  );
}

function builtFolder(engineFolder: string): string {
  return path.join(engineFolder, `build-${buildKey()}`);
}
