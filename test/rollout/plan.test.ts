import assert from "node:assert/strict";
import { root } from "../../build/compile";
import { loadCheckedStack } from "../../infra/workloads/checkedStack";
import type { EngineEvent } from "../../review/engineEvent";
import { findRefreshes } from "../../rollout/findRefreshes";
import { renderPlan } from "../../rollout/renderPlan";

const prod = loadCheckedStack(root, "prod");

function groupStep(changes: Partial<Extract<EngineEvent, { kind: "step" }>>): EngineEvent {
  const launchTemplate = { id: "lt-1", version: "2" };
  return {
    kind: "step",
    op: "update",
    urn: "urn:pulumi:prod::bakeline::bakeline:compute:Fleet$aws:autoscaling/group:Group::web",
    type: "aws:autoscaling/group:Group",
    inputs: { launchTemplate },
    oldInputs: { launchTemplate },
    ...changes,
  };
}

const unknownVersion = { launchTemplate: { id: "lt-1", version: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } };

describe("the plan of a rollout", () => {
  it("is of the fleets whose group is to run another version", () => {
    const refreshes = findRefreshes([groupStep({ inputs: unknownVersion })], prod);
    assert.deepEqual(
      refreshes.map(({ workload }) => workload),
      ["web"],
    );
  });

  it("is not of a group that only changes its size, nor of one that is new", () => {
    const resized = groupStep({ inputs: { launchTemplate: { id: "lt-1", version: "2" }, maxSize: 20 } });
    const created = groupStep({ op: "create", inputs: unknownVersion, oldInputs: {} });
    assert.deepEqual(findRefreshes([resized, created], prod), []);
    assert.equal(renderPlan("prod", []), "prod: no fleet is refreshed.");
  });

  it("says batches, time and capacity at the fleet's smallest and largest, and where it stands still", () => {
    const refreshes = findRefreshes([groupStep({ inputs: unknownVersion })], prod);
    assert.equal(
      renderPlan("prod", refreshes).replace(/tier \w+: ready after about \d+ s/, "tier"),
      [
        "web: every instance is replaced (tier, warm 60 s later)",
        "  with 3 instances: 2 batches of up to 2, 20 min, never fewer than 3 in service, at most 5 at once",
        "  with 10 instances: 3 batches of up to 4, 22 min, never fewer than 10 in service, at most 14 at once",
        "  stands still for 5 min at 20 %",
        "  bakes for 10 min at the end",
      ].join("\n"),
    );
  });
});
