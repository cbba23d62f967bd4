import assert from "node:assert/strict";
import fc from "fast-check";
import { planRefresh } from "../../../infra/rollout/planRefresh";
import type { InstanceTimes, RefreshStrategy } from "../../../infra/rollout/strategy";
import { simulateRefresh } from "../../../sandbox/account/refresh/groupSimulation";

const strategy: RefreshStrategy = {
  minHealthyPercentage: 100,
  maxHealthyPercentage: 150,
  checkpointPercentages: [],
  checkpointDelaySeconds: 0,
  bakeSeconds: 0,
  warmupSeconds: 60,
};
const times: InstanceTimes = { readySeconds: 40, terminateSeconds: 30 };

const anyStrategy: fc.Arbitrary<RefreshStrategy> = fc
  .record({
    minHealthyPercentage: fc.integer({ min: 0, max: 100 }),
    above: fc.integer({ min: 0, max: 100 }),
    checkpointPercentages: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
    checkpointDelaySeconds: fc.integer({ min: 0, max: 7200 }),
    bakeSeconds: fc.integer({ min: 0, max: 7200 }),
    warmupSeconds: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ above, checkpointPercentages, ...rest }) => ({
    ...rest,
    maxHealthyPercentage: Math.min(200, Math.max(100, rest.minHealthyPercentage + above)),
    checkpointPercentages: checkpointPercentages.toSorted((a, b) => a - b),
  }));
const anyTimes: fc.Arbitrary<InstanceTimes> = fc.record({
  readySeconds: fc.integer({ min: 1, max: 1800 }),
  terminateSeconds: fc.integer({ min: 0, max: 900 }),
});

function simulate(desired: number, chosen: RefreshStrategy, taken: InstanceTimes) {
  const moments = simulateRefresh({
    desired,
    strategy: chosen,
    times: taken,
    autoRollback: true,
    hookSeconds: 3600,
    becomesReady: { old: true, new: true },
  });
  const counted = moments.map(({ healthy }) => healthy.old + healthy.new);
  const last = moments.at(-1);
  return {
    status: last?.status,
    seconds: last?.at ?? Number.NaN,
    lowest: Math.min(...counted),
    highest: Math.max(...moments.map(({ total }) => total)),
    versions: last?.healthy,
  };
}

describe("the plan of an instance refresh", () => {
  it("launches half as many first, and never goes below the desired capacity", () => {
    assert.deepEqual(planRefresh(10, strategy, times), {
      batches: 2,
      batchSize: 5,
      seconds: 2 * 100 + 30,
      lowestCapacity: 10,
      highestCapacity: 15,
    });
  });

  it("tells that a single instance goes dark where neither more nor fewer are allowed", () => {
    const { lowestCapacity } = planRefresh(1, { ...strategy, maxHealthyPercentage: 100 }, times);
    assert.equal(lowestCapacity, 0);
  });

  it("counts the pauses at checkpoints and the bake time", () => {
    const paused = {
      ...strategy,
      checkpointPercentages: [10, 50],
      checkpointDelaySeconds: 600,
      bakeSeconds: 300,
    };
    // 1, 4 and 5 instances: a wave each.
    assert.equal(planRefresh(10, paused, times).seconds, 3 * 100 + 2 * 600 + 30 + 300);
  });

  it("agrees with the simulated group within 5 % of the time, and on its capacity exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), anyStrategy, anyTimes, (desired, chosen, taken) => {
        const plan = planRefresh(desired, chosen, taken);
        const real = simulate(desired, chosen, taken);
        assert.equal(real.status, "Successful");
        assert.deepEqual(real.versions, { old: 0, new: desired });
        assert.ok(
          Math.abs(plan.seconds - real.seconds) <= 0.05 * real.seconds,
          `${plan.seconds} ${real.seconds}`,
        );
        assert.equal(plan.lowestCapacity, real.lowest);
        assert.equal(plan.highestCapacity, real.highest);
      }),
      { numRuns: 300 },
    );
  });

  it("says of an empty group that nothing is replaced", () => {
    assert.deepEqual(planRefresh(0, strategy, times), {
      batches: 0,
      batchSize: 0,
      seconds: 0,
      lowestCapacity: 0,
      highestCapacity: 0,
    });
  });
});
