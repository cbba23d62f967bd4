import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import * as z from "zod";
import { root as repository } from "../../build/compile";
import type { Operation } from "../../sandbox/account/faults";
import { writeMirrorProject } from "../../sandbox/mirrorProject";
import { recover } from "../../sandbox/recovery/recover";
import { findSandboxProcesses } from "../../sandbox/recovery/sandboxProcesses";
import { openSandbox, type Sandbox } from "../../sandbox/sandbox";
import { runAndKill } from "./killedEngine";
import { describeKillMoment, pickKillMoment } from "./killMoment";
import { idsInLedger, idsInState, idsKept, pendingOperations } from "./oracle";
import { seededRandom } from "./seededRandom";

/** How often an engine is killed. Each kill starts from where the recovery of the last one ended. */
const kills = 20;
/** So that every goal is reached with something left to kill for the next. */
const killsPerGoal = 4;

/** Set it to the seed that a failed run printed to have the same moments again. */
const seed = Number(process.env.BAKELINE_FAULT_SEED ?? Date.now() % 1_000_000);

/** What an engine is started for, again and again in this order. */
interface Goal {
  command: "up" | "destroy";
  environment: "dev" | "staging";
  natGateways: "single" | "one-per-zone";
  /** What the engine then does in the account. */
  operations: readonly Operation[];
}
const goals: readonly Goal[] = [
  { command: "up", environment: "dev", natGateways: "single", operations: ["create"] },
  // Another environment replaces all that is named after it, and changes a tag of everything else.
  {
    command: "up",
    environment: "staging",
    natGateways: "one-per-zone",
    operations: ["create", "update", "delete"],
  },
  { command: "destroy", environment: "staging", natGateways: "one-per-zone", operations: ["delete"] },
];

const Project = z.looseObject({ name: z.string(), main: z.string() });
const StackFile = z.object({ config: z.looseObject({ "bakeline:network": z.looseObject({}) }) });

describe(`recovery of the dev estate (BAKELINE_FAULT_SEED=${seed})`, function () {
  this.timeout(600_000);
  let root: string;
  let sandbox: Sandbox;
  let ledger: string;
  let checkpoint: string;

  before(async () => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "bakeline-faults-")));
    const project = Project.parse(parse(readFileSync(path.join(repository, "Pulumi.yaml"), "utf8")));
    writeFileSync(
      path.join(root, "Pulumi.yaml"),
      stringify({ ...project, main: path.join(repository, project.main) }),
    );
    writeStackFile({ environment: "dev", natGateways: "single" });
    sandbox = await openSandbox({ root });
    await sandbox.ensureStack("dev");
    ledger = path.join(sandbox.folders.ledger, "dev");
    checkpoint = path.join(sandbox.folders.backend, ".pulumi", "stacks", project.name, "dev.json");
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it(`loses nothing and orphans nothing when the engine is killed at ${kills} random moments`, async () => {
    const random = seededRandom(seed);
    let killed = 0;
    for (let turn = 0; killed < kills; turn++) {
      const goal = goals[turn % goals.length];
      assert(goal !== undefined);
      writeStackFile(goal);
      for (let i = 0; i < killsPerGoal && killed < kills; i++) {
        if (!(await killOnce(goal, random))) break;
        killed += 1;
      }
      await reach(goal);
    }
    assert.deepEqual(findSandboxProcesses(sandbox.folders.ledger), []);
  });

  /** @returns false when the engine was done before the moment came */
  async function killOnce({ command, operations }: Goal, random: () => number): Promise<boolean> {
    const moment = pickKillMoment(random, operations);
    await writeMirrorProject(sandbox.folders);
    const args = [command, "--stack", "dev", "--yes", "--skip-preview", "--non-interactive"];
    const end = await runAndKill(sandbox, args, moment, checkpoint);
    if (end.kind === "finished") {
      assert.equal(end.exitCode, 0, end.output);
      return false;
    }
    const said: string[] = [];
    const context = () =>
      [`${command} was killed ${describeKillMoment(moment)}; recovery said:`, ...said].join("\n  ");
    const agree = await recover(sandbox, "dev", (sentence) => said.push(sentence));
    assert.equal(agree, true, context());
    assertAgreement(context());
    assert.deepEqual(pendingOperations(checkpoint), [], context());
    return true;
  }

  /** Goes on from the last recovery to the end, undisturbed. */
  async function reach({ command }: Goal): Promise<void> {
    await mustSucceed([command, "--yes", "--skip-preview"]);
    assertAgreement(command);
    if (command === "destroy") assert.deepEqual(idsInLedger(ledger), []);
    else await mustSucceed(["preview", "--expect-no-changes"]);
  }

  /** Everything in the state exists, and everything that exists is in the state, or kept on purpose. */
  function assertAgreement(context: string): void {
    const inState = idsInState(checkpoint);
    const kept = new Set(idsKept(ledger).filter((id) => !inState.includes(id)));
    const expected = idsInLedger(ledger).filter((id) => !kept.has(id));
    assert.deepEqual(inState, expected, context);
  }

  async function mustSucceed(args: readonly string[]): Promise<void> {
    const run = await sandbox.run([...args, "--stack", "dev", "--non-interactive"], {
      stdout: "capture",
      stderr: "capture",
    });
    assert.equal(run.exitCode, 0, `pulumi ${args.join(" ")}\n${run.stdout}${run.stderr}`);
  }

  function writeStackFile({ environment, natGateways }: Pick<Goal, "environment" | "natGateways">): void {
    const { config } = StackFile.parse(parse(readFileSync(path.join(repository, "Pulumi.dev.yaml"), "utf8")));
    const network = { ...config["bakeline:network"], natGateways };
    const changed = { ...config, "bakeline:environment": environment, "bakeline:network": network };
    writeFileSync(path.join(root, "Pulumi.dev.yaml"), stringify({ config: changed }));
  }
});
