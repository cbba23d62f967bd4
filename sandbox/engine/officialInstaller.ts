import { connect } from "node:net";
import path from "node:path";
import { root as repository } from "../../build/compile";
import type { EngineCli, NotThisWay } from "./engineCli";
import { allowedForTools } from "./environments";
import { say, withProgress } from "./progress";
import { runTool } from "./runTool";

/** Where `PulumiCommand.install` of the Automation API downloads from. */
const installerHost = "get.pulumi.com";
const reachLimitMs = 5_000;
const installLimitMs = 180_000;

/**
 * In a process of its own: the Automation API takes half a second to load, has no time limit, and hands its
 * whole environment to the script that it downloads.
 */
const installScript = `
require("@pulumi/pulumi/automation").PulumiCommand.install({ root: process.argv[1] })
  .then((cli) => console.log(String(cli.version)), (error) => { console.error(error.message); process.exit(1); });`;

export type OfficialInstaller = typeof installOfficially;

/** Installs the CLI of the Node SDK's own version into `<engineFolder>/installed`, the way Pulumi documents. */
export async function installOfficially(
  engineFolder: string,
  caller: NodeJS.ProcessEnv,
): Promise<EngineCli | NotThisWay> {
  const problem = await whyUnreachable(installerHost, caller);
  if (problem !== undefined) return { reason: `the official installer cannot be reached: ${problem}` };
  const folder = path.join(engineFolder, "installed");
  say(`installing Pulumi with the official installer into ${folder}`);
  const run = await withProgress("official installer", () =>
    runTool(process.execPath, ["-e", installScript, folder], {
      cwd: repository,
      env: allowedForTools(caller),
      timeLimitMs: installLimitMs,
    }),
  );
  if (run.exitCode !== 0) return { reason: `the official installer failed: ${lastLine(run.stderr)}` };
  return { executable: path.join(folder, "bin", "pulumi"), version: run.stdout.trim(), source: "installer" };
}

/** Asked first, since the installer itself has no time limit. Undefined as well when only trying can tell. */
export async function whyUnreachable(host: string, caller: NodeJS.ProcessEnv): Promise<string | undefined> {
  // Behind a proxy a direct connection fails however well the proxy works.
  if (caller.HTTPS_PROXY || caller.https_proxy) return undefined;
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: reachLimitMs });
    const end = (problem: string | undefined) => {
      socket.destroy();
      resolve(problem);
    };
    socket.on("connect", () => end(undefined));
    socket.on("timeout", () => end(`${host} did not answer in ${reachLimitMs / 1000} s`));
    socket.on("error", (error) => end(error.message));
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
