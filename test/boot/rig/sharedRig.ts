import { findRequirements } from "./requirements";
import { Rig } from "./rig";

let opened: Rig | undefined;

/** The one rig of a test run. @throws Error outside a test. */
export function sharedRig(): Rig {
  if (opened === undefined) throw new Error("the rig is open only while tests run");
  return opened;
}

/** What takes long, on a line of its own: a first run makes images before its first test. */
function report(line: string): void {
  process.stderr.write(`[boot rig] ${line}\n`);
}

/** Mocha's root hooks. Where instances cannot be booted, every test is skipped, and one message says why. */
export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    // The first run builds the root file system.
    this.timeout(900_000);
    const requirements = findRequirements();
    if (requirements.kind === "unmet") {
      report(requirements.message);
      this.skip();
    }
    opened = await Rig.open(report);
  },
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await opened?.close();
  },
};
