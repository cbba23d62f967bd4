import assert from "node:assert/strict";
import { planPairSettings, takeoverBoundMs } from "../../../../infra/functions/floatingPair/settings";
import { seededRandom } from "../../../faults/seededRandom";
import { type Outcome, SimulatedPair } from "./simulatedPair";

const settings = planPairSettings(15, 3);
const runs = 200;

describe(`a floating pair in ${runs} simulations of random faults`, function () {
  this.timeout(120_000);
  const outcomes: Outcome[] = [];

  before(async () => {
    for (let seed = 1; seed <= runs; seed++)
      outcomes.push(await new SimulatedPair(settings, seededRandom(seed)).run(8));
  });

  it("never has two owners, and takes over within the bound that it documents", () => {
    const failed = outcomes.flatMap(({ violations, faults }, index) =>
      violations.length === 0 ? [] : [{ seed: index + 1, violations, faults }],
    );
    assert.deepEqual(failed, []);
  });

  it("meets every kind of fault often, frozen owners among them that only their token keeps out", () => {
    const count = (kind: string) =>
      outcomes.flatMap(({ faults }) => faults).filter((fault) => fault.includes(` ${kind} `)).length;
    for (const kind of [
      "crash",
      "freeze",
      "cut",
      "unhealthy",
      "throttle",
      "loss",
      "detachedByHand",
      "restart",
    ])
      assert.ok(count(kind) > 100, `${kind}: ${count(kind)}`);
    assert.ok(outcomes.reduce((sum, { staleWrites }) => sum + staleWrites, 0) > 20);
  });

  it("says how long takeovers took", () => {
    const times = outcomes.flatMap(({ takeovers }) => takeovers).sort((a, b) => a - b);
    const seconds = (share: number) =>
      ((times[Math.floor((times.length - 1) * share)] ?? 0) / 1000).toFixed(1);
    console.log(
      `      ${times.length} takeovers: median ${seconds(0.5)} s, 95 % within ${seconds(0.95)} s, longest ${seconds(1)} s; bound ${takeoverBoundMs(settings) / 1000} s`,
    );
    assert.ok(times.length > runs);
  });
});
