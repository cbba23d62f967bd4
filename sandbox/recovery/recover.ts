import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { EngineRun } from "../engine/runEngine";
import type { Sandbox } from "../sandbox";
import { isLocked } from "./abandonedLock";
import { type ExportedStack, parseExportedStack } from "./deployment";
import { describeDifference, findDifference } from "./difference";
import { endLeftovers } from "./endLeftovers";
import { readInventory } from "./inventory";
import { naturalId } from "./naturalId";
import { planRecovery, type Recovery } from "./planRecovery";
import { repairState } from "./repairState";

/**
 * Brings account and state back together after an engine was killed, and says each thing it does.
 * @returns whether they agree now
 * @throws when an engine is still at work, or when the engine refuses a step
 */
export async function recover(
  sandbox: Sandbox,
  stack: string,
  say: (sentence: string) => void,
): Promise<boolean> {
  const ended = await endLeftovers(sandbox.folders.ledger);
  if (ended > 0) say(`Ended ${ended} process(es) that a killed engine had left running.`);
  await sandbox.ensureStack(stack);
  if (isLocked(sandbox.folders, stack)) {
    await mustSucceed(sandbox, ["cancel", stack, "--yes"]);
    say("Removed the lock that a killed engine had left.");
  }

  const exported = await exportStack(sandbox, stack);
  const inventory = readInventory(sandbox.folders.ledger, stack);
  const plan = planRecovery({ stack, exported, inventory, naturalId });
  for (const step of plan) say(describe(step));
  if (plan.length > 0) await importStack(sandbox, stack, repairState(exported, plan));
  else say("No create was interrupted.");

  await mustSucceed(sandbox, ["refresh", "--yes", "--skip-preview", "--stack", stack]);
  say("Refreshed the state from the account: interrupted updates and deletes are in it as far as they went.");

  const difference = findDifference(
    await exportStack(sandbox, stack),
    readInventory(sandbox.folders.ledger, stack),
  );
  const left = describeDifference(difference);
  for (const sentence of left) say(`Left to do: ${sentence}.`);
  if (left.length === 0) say(`Account and state of ${stack} agree. \`up\` or \`destroy\` goes on from here.`);
  return left.length === 0;
}

function describe(step: Recovery): string {
  switch (step.kind) {
    case "adopt":
      return `${step.resource.urn} had been created as ${step.id}: put into the state.`;
    case "clear":
      return `${step.urn} had not been created: no longer pending.`;
    case "delete":
      return `${step.resource.urn} exists once more as ${step.id}: the next update deletes it.`;
    default:
      return step satisfies never;
  }
}

async function exportStack(sandbox: Sandbox, stack: string): Promise<ExportedStack> {
  return parseExportedStack((await mustSucceed(sandbox, ["stack", "export", "--stack", stack])).stdout);
}

async function importStack(sandbox: Sandbox, stack: string, repaired: ExportedStack): Promise<void> {
  const file = path.join(sandbox.folders.state, `repaired-${stack}.json`);
  await writeFile(file, JSON.stringify(repaired), { mode: 0o600 });
  try {
    await mustSucceed(sandbox, ["stack", "import", "--stack", stack, "--file", file]);
  } finally {
    await rm(file, { force: true });
  }
}

async function mustSucceed(sandbox: Sandbox, args: readonly string[]): Promise<EngineRun> {
  const run = await sandbox.run([...args, "--non-interactive"], { stdout: "capture", stderr: "capture" });
  if (run.exitCode === 0) return run;
  throw new Error(
    `pulumi ${args.join(" ")} ended with exit code ${run.exitCode}:\n${run.stdout}${run.stderr}`,
  );
}
