import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { tiers } from "../../../infra/bakeline/tier";
import { workloads } from "../../../infra/workloads";
import { planWorkloads, type WorkloadPlan } from "../../../infra/workloads/plan";
import type { Workload } from "../../../infra/workloads/workload";
import { configWithWorkload, stackConfigOf } from "../recordEstate";
import { anyWorkload } from "./anyWorkload";

const identity = { project: "bakeline", stack: "dev", environment: "dev" };

function planOne(workload: Workload): WorkloadPlan {
  const [plan] = planWorkloads({
    workloads: [workload],
    identity,
    config: configWithWorkload(workload.name),
  });
  return plan ?? assert.fail("no plan");
}

describe("planWorkloads", () => {
  for (const stack of ["dev", "prod"])
    for (const tier of tiers)
      it(`keeps the user data of the reference workloads within 4 KB in a launch template: ${stack}, ${tier}`, () => {
        const config = stackConfigOf(stack);
        const settings = Object.entries(config.workloads).map(([name, own]) => [name, { ...own, tier }]);
        const plans = planWorkloads({
          workloads,
          identity: { project: "bakeline", stack, environment: config.environment },
          config: { ...config, workloads: Object.fromEntries(settings) },
        });
        const large = plans.filter(({ userData }) => userData.userData.length > 4_096);
        assert.deepEqual(
          large.map(({ workload, userData }) => `${workload.name}: ${userData.userData.length}`),
          [],
        );
      });

  it("puts the steps of every instance around the workload's own, which keep their order", () => {
    const own = workloads.find(({ name }) => name === "web") ?? assert.fail();
    const config = stackConfigOf("dev");
    const [plan] = planWorkloads({ workloads: [own], identity, config });
    const kinds = (plan?.steps ?? []).map(({ kind }) => kind);
    assert.deepEqual(
      kinds.slice(8, -1),
      // The workload's own, and where its stores are.
      [...own.steps.map(({ kind }) => kind), "secret"],
    );
    assert.deepEqual([...kinds.slice(0, 2), kinds.at(-1)], ["packages", "file", "file"]);
  });

  it("takes the release from the stack, and fetches it by its digest from the workload's own prefix", () => {
    const [plan] = planWorkloads({ workloads, identity, config: stackConfigOf("dev") });
    const { releases } = stackConfigOf("dev").workloads.web ?? assert.fail();
    const release = releases.web ?? assert.fail();
    const key = `web/${release.sha256}`;
    assert.deepEqual(plan?.releases, [{ artifact: "web", release, key }]);
    const step = plan?.steps.find(({ kind }) => kind === "artifact");
    assert.deepEqual(step, {
      kind: "artifact",
      name: "web",
      directory: "/opt/web",
      version: release.version,
      key,
      sha256: release.sha256,
    });
  });

  it("moves a 40 KB file of a step out of user data, which keeps within EC2's limit", () => {
    // Noise: what compresses well would fit.
    const text = Array.from({ length: 640 }, (_, index) =>
      createHash("sha256").update(`${index}`).digest("hex"),
    ).join("");
    assert.equal(text.length, 40_960);
    const small = planOne(anyWorkload({}));
    const { userData } = planOne(
      anyWorkload({
        steps: [
          ...anyWorkload({}).steps,
          { kind: "file", path: "/etc/large", content: { kind: "literal", text: text } },
        ],
      }),
    );
    assert.ok(userData.rawBytes <= 16_384, `${userData.rawBytes}`);
    assert.equal(userData.objects.length, small.userData.objects.length + 1);
  });

  it("names the secrets that the instance reads, and holds none", () => {
    const [plan] = planWorkloads({ workloads, identity, config: stackConfigOf("dev") });
    assert.deepEqual(plan?.secrets, [
      { kind: "parameterStore", name: "/web/session-key" },
      { kind: "parameterStore", name: "/bakeline/dev/web" },
    ]);
  });

  it("changes nothing of a workload when the overlay of another role changes", () => {
    const [web, worker] = planWorkloads({ workloads, identity, config: stackConfigOf("dev") });
    const parts = (plan: WorkloadPlan | undefined) =>
      plan?.userData.objects.map(({ content }) => content) ?? [];
    assert.ok(parts(web).some((content) => content.includes("somaxconn")));
    assert.ok(!parts(worker).some((content) => content.includes("somaxconn")));
  });
});
