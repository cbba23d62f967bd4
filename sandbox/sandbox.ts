import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { ENDPOINT_VARIABLE, serveForCommand } from "./awsEndpoint";
import type { EngineCli } from "./engine/engineCli";
import { findCli } from "./engine/findCli";
import { type EngineOutput, type EngineRun, runEngine } from "./engine/runEngine";
import { engineEnvironment } from "./engineEnvironment";
import { engineFolder, type SandboxFolders, sandboxFolders } from "./folders";
import { writeMirrorProject } from "./mirrorProject";
import { writeProviderPlugins } from "./plugins";

export interface SandboxOptions {
  /** The folder with Pulumi.yaml and the stack files. Default: this repository. */
  root?: string;
  /** Everything the sandbox keeps. Default: `.sandbox` in `root`. */
  stateFolder?: string;
}

/** The real Pulumi engine, ready to run the program of `root` on the simulated account. */
export interface Sandbox {
  readonly folders: SandboxFolders;
  readonly cli: EngineCli;
  /** The file or folder of the program, absolute. */
  readonly program: string;
  /** The whole environment of every process that the engine starts: nothing else of the caller's. */
  readonly environment: Readonly<Record<string, string>>;
  /** Creates the stack in the sandbox's own backend when it is not there yet. */
  ensureStack(stack: string): Promise<void>;
  /**
   * Runs `pulumi <args>` on the stack files as they are at this moment. An exit code other than 0 is the
   * caller's to judge: nothing is thrown for it.
   * @param more variables beside those of `environment`
   */
  run(
    args: readonly string[],
    output: EngineOutput,
    more?: Readonly<Record<string, string>>,
  ): Promise<EngineRun>;
}

/** @throws when there is no engine to be had, saying what to install. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const folders = sandboxFolders(options);
  const cli = await findCli(engineFolder, process.env);
  for (const folder of [folders.home, folders.userHome, folders.backend, folders.ledger]) {
    await mkdir(folder, { recursive: true });
  }
  await writeProviderPlugins(folders);
  const { name: projectName, main: program } = await writeMirrorProject(folders);
  const environment = engineEnvironment(folders, process.env);

  const run: Sandbox["run"] = async (args, output, more = {}) => {
    await writeMirrorProject(folders);
    const endpoint = await serveForCommand(args, folders, process.env);
    const env = { ...environment, ...more, ...(endpoint && { [ENDPOINT_VARIABLE]: endpoint.url }) };
    try {
      return await runEngine(cli, args, { cwd: folders.project, env, output });
    } finally {
      endpoint?.close();
    }
  };

  const ensureStack: Sandbox["ensureStack"] = async (stack) => {
    const checkpoint = path.join(folders.backend, ".pulumi", "stacks", projectName, `${stack}.json`);
    if (existsSync(checkpoint)) return;
    const init = await run(["stack", "init", stack, "--no-select", "--non-interactive"], {
      stdout: "ignore",
      stderr: "capture",
    });
    // Two first commands at once: one creates the stack, the other is told that it exists, and both may go on.
    if (init.exitCode !== 0 && !existsSync(checkpoint)) {
      throw new Error(`pulumi stack init ${stack} failed (exit code ${init.exitCode}):\n${init.stderr}`);
    }
  };

  return { folders, cli, program, environment, ensureStack, run };
}
