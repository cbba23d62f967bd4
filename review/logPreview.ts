import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EngineRun } from "../sandbox/engine/runEngine";
import { openHost } from "../sandbox/host/openHost";
import type { Sandbox } from "../sandbox/sandbox";
import { type EventLog, parseEventLog } from "./eventLog";

export interface LogPreviewArgs {
  readonly stack: string;
  /** Whether the engine's own display goes to stdout. */
  readonly display: boolean;
  /** The folder of the pack that judges; none when omitted. */
  readonly policyPack?: string;
}

export interface LoggedPreview {
  readonly log: EventLog;
  readonly exitCode: number;
  /** What the engine wrote there; it says why where it could not begin. */
  readonly stderr: string;
}

/** Runs the real `pulumi preview`, and reads what it reported event by event. */
export async function logPreview(
  sandbox: Sandbox,
  { stack, display, policyPack }: LogPreviewArgs,
): Promise<LoggedPreview> {
  const folder = await mkdtemp(path.join(tmpdir(), "bakeline-preview-"));
  try {
    const eventLog = path.join(folder, "events.jsonl");
    const args = [
      ...["preview", "--stack", stack, "--event-log", eventLog],
      ...(policyPack === undefined ? [] : ["--policy-pack", policyPack]),
      ...(display ? [] : ["--non-interactive", "--suppress-progress", "--color", "never"]),
    ];
    await sandbox.ensureStack(stack);
    const { exitCode, stderr } = await runOnHost(sandbox, args, display);
    // No log at all: the engine failed before it wrote one, and says why on stderr.
    return { log: parseEventLog(await readFile(eventLog, "utf8").catch(() => "")), exitCode, stderr };
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
