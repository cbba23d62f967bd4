import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import * as z from "zod";
import { divide } from "../../../infra/bakeline/divide";
import type { Step } from "../../../infra/bakeline/step";
import { tiers } from "../../../infra/bakeline/tier";
import { type ImagePlan, planImages } from "../../../infra/images/imagePlan";
import { legalSteps } from "../bakeline/anyStep";
import { sessionsInstanceSteps } from "../bootstrap/referenceWorkload";

const args = {
  workload: "sessions",
  operatingSystem: "debian",
  imageParameter: "/aws/service/debian/release/12/latest/amd64",
  rootDeviceName: "/dev/xvda",
  bucket: "acme-bakeline-dev",
  region: "eu-west-1",
  domain: "amazonaws.com",
} as const;

const Document = z.object({
  phases: z.array(z.object({ name: z.string(), steps: z.array(z.object({ name: z.string() })) })),
});

/** What a document builds, without the base script. */
function buildStepsOf({ document }: ImagePlan): string[] {
  const [build] = Document.parse(parse(document.content)).phases;
  return (build?.steps ?? []).slice(1).map(({ name }) => name.replace(/^\d{4}-/, ""));
}

const namesOf = (steps: readonly Step[]) =>
  planImages({ ...args, steps, tier: "full" }).flatMap(buildStepsOf);

describe("planImages", () => {
  it("needs none under base, and below full the one that full is built on", () => {
    const steps = sessionsInstanceSteps();
    assert.deepEqual(
      tiers.map((tier) => planImages({ ...args, steps, tier }).map(({ name }) => name)),
      [[], ["sessions-foundational"], ["sessions-foundational", "sessions-full"]],
    );
  });

  it("does each baked step in one image exactly, in order, for any workload", () => {
    fc.assert(
      fc.property(legalSteps, (steps) => {
        const { bake } = divide(steps, "full");
        const plans = planImages({ ...args, steps, tier: "full" });
        assert.equal(plans.flatMap(buildStepsOf).length, bake.length);
        const [foundational] = plans;
        assert.equal(
          foundational === undefined ? -1 : buildStepsOf(foundational).length,
          divide(steps, "foundational").bake.length,
        );
      }),
      { numRuns: 30 },
    );
    const steps = sessionsInstanceSteps();
    assert.ok(namesOf(steps).indexOf("artifact-sessions") > namesOf(steps).indexOf("command-user"));
  });

  it("is the same for the same workload: the documents of 100 workloads, byte for byte", () => {
    const samples = fc.sample(legalSteps, { seed: 10, numRuns: 100 });
    for (const steps of samples)
      assert.deepEqual(
        planImages({ ...args, steps: structuredClone(steps), tier: "full" }),
        planImages({ ...args, steps, tier: "full" }),
      );
  });

  it("leaves the foundation's content as it is when the application changes, and changes its own", () => {
    const digestsWith = (sha256: string) =>
      planImages({
        ...args,
        tier: "full",
        steps: sessionsInstanceSteps({ key: "k", sha256 }, { kind: "image" }),
      }).map(({ digest }) => digest);
    const [before, after] = [digestsWith("ab".repeat(32)), digestsWith("cd".repeat(32))];
    assert.equal(before[0], after[0]);
    assert.notEqual(before[1], after[1]);
  });
});
