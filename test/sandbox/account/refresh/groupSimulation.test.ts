import assert from "node:assert/strict";
import type { RefreshStrategy } from "../../../../infra/rollout/strategy";
import {
  momentAt,
  type RefreshScenario,
  simulateRefresh,
} from "../../../../sandbox/account/refresh/groupSimulation";

const strategy: RefreshStrategy = {
  minHealthyPercentage: 100,
  maxHealthyPercentage: 110,
  checkpointPercentages: [],
  checkpointDelaySeconds: 0,
  bakeSeconds: 0,
  warmupSeconds: 30,
};

const scenario: RefreshScenario = {
  desired: 10,
  strategy,
  times: { readySeconds: 60, terminateSeconds: 45 },
  autoRollback: true,
  hookSeconds: 600,
  becomesReady: { old: true, new: true },
};

const endOf = (changes: Partial<RefreshScenario>) => simulateRefresh({ ...scenario, ...changes }).at(-1);

describe("a simulated instance refresh", () => {
  it("replaces every instance, one at a time where one more is allowed", () => {
    const moments = simulateRefresh(scenario);
    assert.deepEqual(moments.at(-1), {
      at: 10 * 90 + 45,
      status: "Successful",
      percentageComplete: 100,
      healthy: { old: 0, new: 10 },
      total: 10,
    });
    assert.ok(moments.every(({ healthy, total }) => healthy.old + healthy.new >= 10 && total <= 11));
  });

  it("is on the old version again, all of it, when the new one never becomes ready", () => {
    const end = endOf({ becomesReady: { old: true, new: false } });
    assert.equal(end?.status, "RollbackSuccessful");
    assert.deepEqual(end?.healthy, { old: 10, new: 0 });
    assert.equal(end?.reason, "a replacement was abandoned by the launch hook after 600 s");
  });

  it("never lost service over a version that never became ready", () => {
    const moments = simulateRefresh({ ...scenario, becomesReady: { old: true, new: false } });
    assert.ok(moments.every(({ healthy }) => healthy.old === 10));
  });

  it("ends as failed, and half-way, where nothing rolls it back", () => {
    const end = endOf({ autoRollback: false, becomesReady: { old: true, new: false } });
    assert.equal(end?.status, "Failed");
  });

  it("replaces back what it had replaced when an operator undoes it, which takes as long again", () => {
    const end = endOf({ intervention: { at: 500, kind: "rollback" } });
    assert.equal(end?.status, "RollbackSuccessful");
    assert.deepEqual(end?.healthy, { old: 10, new: 0 });
    // Five were new at 450 s; each goes back in 90 s, and the last new one leaves.
    assert.equal(end?.at, 500 + 5 * 90 + 45);
  });

  it("says so when even the old version does not come back", () => {
    const end = endOf({
      intervention: { at: 500, kind: "rollback" },
      becomesReady: { old: false, new: true },
    });
    assert.equal(end?.status, "RollbackFailed");
  });

  it("leaves what was replaced when it is cancelled", () => {
    const end = endOf({ intervention: { at: 500, kind: "cancel" } });
    assert.equal(end?.status, "Cancelled");
    assert.deepEqual(end?.healthy, { old: 5, new: 5 });
  });

  it("stands still at a checkpoint, and can be undone there", () => {
    const paused = { ...strategy, checkpointPercentages: [20], checkpointDelaySeconds: 3600 };
    const moments = simulateRefresh({
      ...scenario,
      strategy: paused,
      intervention: { at: 1000, kind: "rollback" },
    });
    assert.deepEqual(momentAt(moments, 999).healthy, { old: 8, new: 2 });
    assert.equal(momentAt(moments, 999).percentageComplete, 20);
    assert.equal(moments.at(-1)?.status, "RollbackSuccessful");
  });

  it("bakes before it counts as successful, and can be undone until then", () => {
    const baking = { ...scenario, strategy: { ...strategy, bakeSeconds: 1000 } };
    const moments = simulateRefresh(baking);
    assert.equal(momentAt(moments, 1000).status, "Baking");
    assert.equal(moments.at(-1)?.at, 945 + 1000);
    const undone = simulateRefresh({ ...baking, intervention: { at: 1000, kind: "rollback" } });
    assert.deepEqual(undone.at(-1)?.healthy, { old: 10, new: 0 });
  });

  it("keeps a group of one in service where two are allowed meanwhile", () => {
    const moments = simulateRefresh({
      ...scenario,
      desired: 1,
      strategy: { ...strategy, maxHealthyPercentage: 200 },
    });
    assert.ok(moments.every(({ healthy }) => healthy.old + healthy.new >= 1));
  });
});
