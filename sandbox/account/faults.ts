/** Where in a change of the ledger a fault may strike. A delete is one unlink: it has no middle. */
export type Moment = "before-write" | "mid-write" | "after-write";
export type Operation = "create" | "update" | "delete";

/** Told of every moment of every change, so that a test can end everything right there. */
export type Faults = (operation: Operation, moment: Moment) => void;

export const noFaults: Faults = () => {};

/** The variable that asks for a fault. */
export const FAULT_VARIABLE = "BAKELINE_SANDBOX_KILL";

/**
 * Reads `BAKELINE_SANDBOX_KILL="<create|update|delete>:<before-write|mid-write|after-write>:<n>"`: at that moment of
 * the n-th such operation (from 1, counted by each plugin process for itself) `kill` is called. `mid-write` comes when
 * half of the temporary file is written and nothing is renamed yet.
 *
 * It exists for the tests of recovery. A SIGKILL cannot be caught, so the engine leaves its lock and its pending
 * operations behind exactly as a lost machine would.
 * @throws Error when the variable is set to anything else
 */
export function readFaults(setting: string | undefined, kill: () => void): Faults {
  if (setting === undefined || setting === "") return noFaults;
  const match = /^(create|update|delete):(before-write|mid-write|after-write):([1-9]\d*)$/.exec(setting);
  if (match === null || setting.startsWith("delete:mid-write"))
    throw new Error(
      `${FAULT_VARIABLE}: expected <create|update|delete>:<before-write|mid-write|after-write>:<n>, ` +
        `n from 1 and no mid-write of a delete; got ${JSON.stringify(setting)}`,
    );
  const [, operation, moment, n] = match;
  let remaining = Number(n);
  return (reachedOperation, reachedMoment) => {
    if (reachedOperation !== operation || reachedMoment !== moment) return;
    remaining -= 1;
    if (remaining === 0) kill();
  };
}

/** The engine first, then this process: neither gets to tidy up. */
export function killEngineAndSelf(): void {
  process.kill(process.ppid, "SIGKILL");
  process.kill(process.pid, "SIGKILL");
}
