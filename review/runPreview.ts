import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../build/compile";
import { bakeline } from "../policies/bakeline/pack";
import { packFolder, packs } from "../policies/packs";
import type { EngineRun } from "../sandbox/engine/runEngine";
import { openHost } from "../sandbox/host/openHost";
import type { Sandbox } from "../sandbox/sandbox";
import { attributeToPacks } from "./attributeToPacks";
import { parseEventLog } from "./eventLog";
import { judge, type Verdict } from "./verdict";

export interface PreviewArgs {
  stack: string;
  /** Whether the engine's own display goes to stdout. */
  display: boolean;
}

/** Runs the real `pulumi preview` with every pack, and judges what it reported. */
export async function runPreview(sandbox: Sandbox, { stack, display }: PreviewArgs): Promise<Verdict> {
  const folder = await mkdtemp(path.join(tmpdir(), "bakeline-preview-"));
  try {
    const eventLog = path.join(folder, "events.jsonl");
    const args = [
      ...["preview", "--stack", stack, "--event-log", eventLog],
      ...["--policy-pack", path.join(root, packFolder(bakeline))],
      ...(display ? [] : ["--non-interactive", "--suppress-progress", "--color", "never"]),
    ];
    await sandbox.ensureStack(stack);
    const { exitCode, stderr } = await runOnHost(sandbox, args, display);
    // No log at all: the engine failed before it wrote one, and says why on stderr.
    const log = parseEventLog(await readFile(eventLog, "utf8").catch(() => ""));
    const events = attributeToPacks(log.events, bakeline.name, packs);
    return judge({ stack, log: { ...log, events }, packs: packs.map(({ name }) => name), exitCode, stderr });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runOnHost(sandbox: Sandbox, args: readonly string[], display: boolean): Promise<EngineRun> {
  const host = await openHost(sandbox);
  try {
    const output = { stdout: display ? "inherit" : "ignore", stderr: "capture" } as const;
    return await sandbox.run([...args, ...host.args], output, host.environment);
  } finally {
    await host.close();
  }
}
