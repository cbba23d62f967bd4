import assert from "node:assert/strict";
import fc from "fast-check";
import { divide } from "../../../infra/bakeline/divide";
import { findStepProblems } from "../../../infra/bakeline/problems";
import type { Step } from "../../../infra/bakeline/step";
import { type Tier, tiers } from "../../../infra/bakeline/tier";
import { legalSteps } from "./anyStep";

const tier = fc.constantFrom(...tiers);

describe("divide", () => {
  it("bakes and boots every step exactly once, in order, for every tier", () => {
    fc.assert(
      fc.property(legalSteps, tier, (steps, tier) => {
        const { bake, boot } = divide(steps, tier);
        assert.deepEqual([...bake, ...boot], steps);
      }),
    );
  });

  it("never adds a boot step when the tier goes up", () => {
    fc.assert(
      fc.property(legalSteps, (steps) => {
        const boots = tiers.map((tier) => divide(steps, tier).boot);
        for (const [lower, higher] of [boots.slice(0, 2), boots.slice(1, 3)])
          for (const step of higher ?? []) assert.ok(lower?.includes(step));
      }),
    );
  });

  it("draws the line where the tier says", () => {
    const steps: Step[] = [
      { kind: "packages", names: ["nodejs"] },
      { kind: "service", name: "sessions", unit: "[Service]\nExecStart=/bin/true\n" },
      {
        kind: "file",
        path: "/etc/sessions.env",
        content: { kind: "template", text: "INSTANCE={{instanceId}}\n" },
      },
    ];
    const baked = (tier: Tier) => divide(steps, tier).bake.map((step) => step.kind);
    assert.deepEqual(tiers.map(baked), [[], ["packages"], ["packages", "service"]]);
  });

  it("finds nothing wrong with steps whose layers never go down", () => {
    fc.assert(
      fc.property(legalSteps, tier, (steps, tier) => assert.deepEqual(findStepProblems(steps, tier), [])),
    );
  });
});
