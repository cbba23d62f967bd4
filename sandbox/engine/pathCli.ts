import { accessSync, constants, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { EngineCli, NotThisWay } from "./engineCli";
import { allowedForEngine } from "./environments";
import { runTool } from "./runTool";
import { isAtLeast, minimumVersion, parseVersion } from "./version";

const languageHost = "pulumi-language-nodejs";

/** The `pulumi` that a shell would start, if it is new enough and brings its Node language host. */
export async function findOnPath(caller: NodeJS.ProcessEnv): Promise<EngineCli | NotThisWay> {
  const executable = locate("pulumi", caller.PATH ?? "");
  if (executable === undefined) return { reason: "there is no pulumi on PATH" };
  const env = { ...allowedForEngine(caller), PULUMI_SKIP_UPDATE_CHECK: "true" };
  const run = await runTool(executable, ["version"], { env, timeLimitMs: 20_000 });
  const version = parseVersion(run.stdout);
  if (run.exitCode !== 0 || version === undefined) {
    return { reason: `${executable} (on PATH) did not say which version it is` };
  }
  if (!isAtLeast(version, minimumVersion)) {
    return { reason: `${executable} (on PATH) is version ${version}; ${minimumVersion} or newer is needed` };
  }
  // Where the engine looks for it: plugins elsewhere on PATH are not let into the sandbox.
  if (!isExecutable(path.join(path.dirname(realpathSync(executable)), languageHost))) {
    return {
      reason: `${executable} (on PATH) has no ${languageHost} beside it, as a full installation has`,
    };
  }
  return { executable, version, source: "PATH" };
}

function locate(name: string, searchPath: string): string | undefined {
  return searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => path.resolve(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
