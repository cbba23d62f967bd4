import assert from "node:assert/strict";
import fc from "fast-check";
import { divide } from "../../../infra/bakeline/divide";
import { findStepProblems } from "../../../infra/bakeline/problems";
import { layerOf, type Step } from "../../../infra/bakeline/step";
import { layers, type Tier, tiers } from "../../../infra/bakeline/tier";

const layer = fc.constantFrom(...layers);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("packages" as const),
    layer,
    names: fc.array(fc.string(), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant("command" as const),
    layer,
    name: fc.string(),
    run: fc.string(),
    unless: fc.string(),
  }),
  fc.record({ kind: fc.constant("service" as const), layer, name: fc.string(), unit: fc.string() }),
  fc.record({
    kind: fc.constant("file" as const),
    layer,
    path: fc.string(),
    content: fc.record({ kind: fc.constant("literal" as const), text: fc.string() }),
  }),
  fc.record({
    kind: fc.constant("secret" as const),
    path: fc.string(),
    reference: fc.record({ kind: fc.constant("parameterStore" as const), name: fc.string() }),
    owner: fc.string(),
  }),
);
const legalSteps = fc
  .array(anyStep)
  .map((steps) => steps.toSorted((a, b) => layers.indexOf(layerOf(a)) - layers.indexOf(layerOf(b))));
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

describe("findStepProblems", () => {
  const secret: Step = {
    kind: "secret",
    path: "/etc/app/key",
    reference: { kind: "secretsManager", secretId: "app/key" },
    owner: "app",
  };

  it("refuses a secret in a layer that may be baked, at its path", () => {
    assert.deepEqual(findStepProblems([{ ...secret, layer: "application" }], "base"), [
      {
        path: "steps[0].layer",
        reason:
          "expected configuration for a secret, got application; an image must never hold a secret, leave layer out",
      },
    ]);
  });

  it("refuses under tier full an application file that depends on the instance, and allows it under foundational", () => {
    const steps: Step[] = [
      {
        kind: "file",
        layer: "application",
        path: "/etc/app.env",
        content: { kind: "template", text: "ENVIRONMENT={{environment}}" },
      },
    ];
    assert.deepEqual(findStepProblems(steps, "foundational"), []);
    assert.deepEqual(
      findStepProblems(steps, "full").map(({ path }) => path),
      ["steps[0].layer"],
    );
  });

  it("refuses a step that would be baked before one that it may build on", () => {
    assert.deepEqual(findStepProblems([secret, { kind: "packages", names: ["nginx"] }], "foundational"), [
      {
        path: "steps[1].layer",
        reason:
          "expected configuration or later because steps[0] is in configuration, got foundation; move this step up, or give it a later layer",
      },
    ]);
  });

  it("names every unknown fact of a template", () => {
    const steps: Step[] = [
      {
        kind: "file",
        path: "/etc/a",
        content: { kind: "template", text: "{{instanceId}} {{hostname}} {{zone}}" },
      },
    ];
    assert.deepEqual(
      findStepProblems(steps, "base").map(({ reason }) => reason),
      ["hostname", "zone"].map(
        (name) =>
          `expected one of instanceId, availabilityZone, region, privateIp, role, environment between {{ and }}, got "${name}"`,
      ),
    );
  });
});
