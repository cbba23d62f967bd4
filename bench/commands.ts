import { spawnSync } from "node:child_process";
import { root } from "../build/compile";
import { openSandbox } from "../sandbox/sandbox";
import { benchFolders } from "./folders";
import type { Command } from "./processTree";

/** The stacks of bench/estate, smallest first: three, because two points always lie on a line. */
export const estateSizes = ["small", "middle", "large"] as const;

export type EstateSize = (typeof estateSizes)[number];

/** The floor: the same engine, and a JavaScript program that declares nothing. */
export async function previewOfEmpty(): Promise<Command & { resources: number }> {
  const sandbox = await openSandbox(benchFolders("empty"));
  await sandbox.ensureStack("floor");
  return {
    file: sandbox.cli.executable,
    args: ["preview", "--stack", "floor"],
    cwd: sandbox.folders.project,
    env: sandbox.environment,
    resources: 1,
  };
}

/** What `npm run preview` runs, npm left out. Done once, to learn how many resources the stack has. */
export async function previewOf(stack: "dev" | EstateSize): Promise<Command & { resources: number }> {
  const command: Command = {
    file: process.execPath,
    args: ["build/run.js", "bench/preview.ts", stack],
    cwd: root,
    env: process.env,
  };
  const { stdout, stderr, status } = spawnSync(command.file, command.args, { ...command, encoding: "utf8" });
  if (status !== 0) throw new Error(`preview of ${stack}: it failed\n${stderr}`);
  return { ...command, resources: Number(stdout) };
}
