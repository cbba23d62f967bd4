import { findCli } from "../sandbox/engine/findCli";
import { say } from "../sandbox/engine/progress";
import { engineFolder } from "../sandbox/folders";

/**
 * Has the engine at hand before the first test, so that building it counts towards no test's timeout.
 * https://mochajs.org/next/features/global-fixtures/
 */
export async function mochaGlobalSetup(): Promise<void> {
  try {
    await findCli(engineFolder, process.env);
  } catch (error) {
    // Most tests need no engine. Those that do fail one by one, each with this reason.
    say(error instanceof Error ? error.message : String(error));
  }
}
