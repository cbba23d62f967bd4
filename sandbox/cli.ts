import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { explainRefusal, refusesToTake } from "../review/explainRefusal";
import {
  findStack,
  isStackInit,
  mayLogEvents,
  needsSettings,
  whyRefused,
  withAbsolutePaths,
  withImportDefaults,
} from "./arguments";
import { sandboxFolders } from "./folders";
import { help } from "./help";
import { hasAbandonedLock } from "./recovery/abandonedLock";
import { endLeftovers } from "./recovery/endLeftovers";
import { recover } from "./recovery/recover";
import { openSandbox, type Sandbox } from "./sandbox";

// `npm run sandbox -- <any pulumi arguments>`

async function main(args: readonly string[]): Promise<number> {
  switch (args[0]) {
    case undefined:
      console.log(help);
      return 0;
    case "recover":
      return runRecover(args);
    case "reset":
      return reset();
    default:
      return runPulumi(args);
  }
}

async function runPulumi(args: readonly string[]): Promise<number> {
  const refusal = whyRefused(args);
  if (refusal !== undefined) throw new Error(`pulumi ${args.join(" ")}: ${refusal}`);
  const named = findStack(args);
  // A stack that is named is checked before anything else: no engine is needed to find a wrong setting.
  if (named !== undefined && needsSettings(args)) checkSettings(named);
  const sandbox = await openSandbox();
  if (named !== undefined) await select(sandbox, named);
  else if (needsSettings(args)) checkSettings(await selectedStack(sandbox));
  if (named !== undefined && isStackInit(args)) {
    console.log(`The sandbox has the stack ${named}, and it is selected.`);
    return 0;
  }
  const exitCode = await runExplained(sandbox, withAbsolutePaths(withImportDefaults(args), process.cwd()));
  // The engine's own advice, `pulumi cancel`, would lose sight of what it was creating when it was killed.
  if (exitCode !== 0 && named !== undefined && hasAbandonedLock(sandbox.folders, named))
    console.error(`An engine was killed at work on ${named}: npm run sandbox -- recover --stack ${named}`);
  return exitCode;
}

/**
 * Runs the engine; where it refuses to take a store, says which property forces that, and what would allow it. The engine
 * itself says neither, and an update that skips its preview does not even report the step: then a preview is asked.
 */
async function runExplained(sandbox: Sandbox, args: readonly string[]): Promise<number> {
  const output = { stdout: "inherit", stderr: "inherit" } as const;
  if (!mayLogEvents(args)) return (await sandbox.run(args, output)).exitCode;
  return withFolder(async (folder) => {
    const eventLog = path.join(folder, "events.jsonl");
    const { exitCode } = await sandbox.run([...args, "--event-log", eventLog], output);
    const text = await readFile(eventLog, "utf8").catch(() => "");
    if (exitCode === 0 || !refusesToTake(text)) return exitCode;
    const reasons = explainRefusal(text);
    for (const reason of reasons.length > 0
      ? reasons
      : explainRefusal(await previewLog(sandbox, args, folder)))
      console.error(reason);
    return exitCode;
  });
}

/** What a preview of the same stack reports. */
async function previewLog(sandbox: Sandbox, args: readonly string[], folder: string): Promise<string> {
  const stack = findStack(args);
  const eventLog = path.join(folder, "preview.jsonl");
  await sandbox.run(
    [
      ...["preview", "--non-interactive", "--event-log", eventLog],
      ...(stack === undefined ? [] : ["--stack", stack]),
    ],
    { stdout: "ignore", stderr: "ignore" },
  );
  return readFile(eventLog, "utf8").catch(() => "");
}

async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "bakeline-events-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runRecover(args: readonly string[]): Promise<number> {
  const stack = findStack(args);
  if (stack === undefined)
    throw new Error("recover: expected --stack <name>, e.g. npm run sandbox -- recover --stack dev");
  checkSettings(stack);
  const agree = await recover(await openSandbox(), stack, (sentence) => console.log(sentence));
  return agree ? 0 : 1;
}

/** Everything but the engine, which holds nothing of any stack. */
async function reset(): Promise<number> {
  const { ledger, backend, project, home, userHome } = sandboxFolders();
  await endLeftovers(ledger);
  for (const folder of [ledger, backend, project, home, userHome])
    await rm(folder, { recursive: true, force: true });
  console.log("The sandbox is empty: no stack, nothing in the simulated account.");
  return 0;
}

/** @throws StackConfigError with every problem of the stack's file */
function checkSettings(stack: string): void {
  loadCheckedStack(sandboxFolders().root, stack);
}

/** The stack named last is the one meant when none is named, as in `up --stack dev` and then `stack --show-urns`. */
async function select(sandbox: Sandbox, stack: string): Promise<void> {
  await sandbox.ensureStack(stack);
  const record = path.join(sandbox.folders.home, "selected-stack");
  if (existsSync(record) && readFileSync(record, "utf8") === stack) return;
  await sandbox.run(["stack", "select", stack, "--non-interactive"], { stdout: "ignore", stderr: "ignore" });
  writeFileSync(record, stack);
}

async function selectedStack(sandbox: Sandbox): Promise<string> {
  const shown = await sandbox.run(["stack", "--show-name", "--non-interactive"], {
    stdout: "capture",
    stderr: "ignore",
  });
  if (shown.exitCode !== 0)
    throw new Error("no stack is selected; add --stack dev, or run `stack select dev` first");
  return shown.stdout.trim();
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
