import { divide } from "../../infra/bakeline/divide";
import type { Step } from "../../infra/bakeline/step";
import type { Tier } from "../../infra/bakeline/tier";
import type { Rig } from "../../test/boot/rig/rig";
import { bakeTier, launchTier, renderTier } from "../../test/boot/sessionsEstate";
import { sessionsPort } from "../../test/infra/bootstrap/referenceWorkload";
import { type PhaseTimes, planPhases } from "./phases";
import { readMarks } from "./readMarks";

/** One boot, from launch to service. */
export interface Boot {
  readonly readyMs: number;
  readonly phases: PhaseTimes;
}

/** What no workload can go below: the same root file system, empty user data, up to the end of cloud-init. */
export async function bootFloor(rig: Rig): Promise<Boot> {
  const instance = await rig.launch({ image: rig.baseImage, tags: { Name: "floor" } });
  try {
    const { finishedMs: readyMs } = await instance.waitForCloudInit();
    const startOf = (name: string, phases: readonly { name: string; startMs: number }[]) =>
      phases.find((phase) => phase.name === name)?.startMs ?? Number.NaN;
    const phases = await instance.bootPhases();
    const end = { loader: readyMs, steps: [], stepsDone: readyMs, serviceStarted: readyMs, ready: readyMs };
    const [systemd, cloudInit] = [startOf("systemd", phases), startOf("init-local", phases)];
    return { readyMs, phases: planPhases({ ...end, systemd, cloudInit, requests: [] }) };
  } finally {
    await instance.stop();
  }
}

/** The reference workload under a tier, from its image and its rendered user data to its first healthy answer. */
export async function bootTier(rig: Rig, steps: readonly Step[], tier: Tier): Promise<Boot> {
  const image = await bakeTier(rig, steps, tier);
  const instance = await launchTier(rig, image, renderTier(rig, steps, tier));
  try {
    const { readyMs } = await instance.waitForHealth({ port: sessionsPort, path: "/health" });
    await instance.waitForCloudInit();
    const marks = await readMarks(rig, instance, readyMs);
    // A step whose line was not found would be counted as another phase.
    const expected = divide(steps, tier).boot.length;
    if (marks.steps.length < expected)
      throw new Error(
        `${tier}: expected at least ${expected} steps in the journal, got ${marks.steps.length}`,
      );
    return { readyMs, phases: planPhases(marks) };
  } finally {
    await instance.stop();
  }
}
