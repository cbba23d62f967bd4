import { type CommandResult, lastLines } from "./command";
import type { ComponentStep, Phase } from "./componentDocument";

/** A step of a component document ended with another exit code than 0. */
export class ComponentStepError extends Error {
  constructor(
    readonly step: ComponentStep,
    readonly exitCode: number,
    output: string,
  ) {
    super(
      `${step.document}: ${step.phase} step ${step.name}: exit code ${exitCode}\n${lastLines(output, 30)}`,
    );
  }
}

/** Runs a bash script where the image is being built or tested. */
export type RunScript = (script: string, timeoutSeconds: number) => Promise<CommandResult>;

/** Executes one phase of all documents, in order. @throws ComponentStepError at the first step that fails. */
export async function executePhase(
  phase: Phase,
  steps: readonly ComponentStep[],
  run: RunScript,
): Promise<void> {
  for (const step of steps) {
    if (step.phase !== phase) continue;
    const { exitCode, stdout, stderr } = await run(step.script, step.timeoutSeconds);
    if (exitCode !== 0) throw new ComponentStepError(step, exitCode, `${stdout}\n${stderr}`);
  }
}
