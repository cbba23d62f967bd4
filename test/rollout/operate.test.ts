import assert from "node:assert/strict";
import type { AutoScaling } from "../../infra/rollout/awsAutoScaling";
import type { Refresh } from "../../infra/rollout/rollOut";
import { parseFleets } from "../../rollout/groups";
import { describeRollouts, undoRollouts } from "../../rollout/operate";

const fleets = [
  { workload: "web", groupName: "web-1" },
  { workload: "worker", groupName: "worker-1" },
];

/** Auto Scaling as two fleets see it: web is being refreshed, worker never was. An undo takes two looks. */
function inProgress(endsAs: string): AutoScaling & { rolledBack: string[] } {
  const desired = { launchTemplateId: "lt-1", version: "3" };
  const statuses = ["RollbackInProgress", endsAs];
  const rolledBack: string[] = [];
  const refresh = (status: string): Refresh => ({ id: "r-1", status, percentageComplete: 40, desired });
  return {
    rolledBack,
    describeGroup: async () => ({
      template: { ...desired, version: "2" },
      instanceVersions: ["3", "2", "2"],
    }),
    startRefresh: async () => "alreadyRefreshing",
    describeRefresh: async (groupName, id) => {
      if (groupName === "worker-1") return undefined;
      return refresh(id === undefined ? "InProgress" : (statuses.shift() ?? endsAs));
    },
    rollBack: async (groupName) => {
      rolledBack.push(groupName);
      return "r-1";
    },
  };
}

const noPause = async () => {};

describe("npm run rollout", () => {
  it("tells of each fleet its version, its instances' and how far its rollout is", async () => {
    assert.deepEqual(await describeRollouts(fleets, inProgress("RollbackSuccessful")), [
      "web (web-1): version 2; instances: 1 on version 3, 2 on version 2; rollout to version 3: InProgress, 40 %",
      "worker (worker-1): version 2; instances: 1 on version 3, 2 on version 2; nothing was rolled out yet",
    ]);
  });

  it("undoes what is under way, leaves the others alone, and ends when the fleet is back", async () => {
    const calls = inProgress("RollbackSuccessful");
    assert.deepEqual(await undoRollouts(fleets, calls, noPause), ["web: back on the version before"]);
    assert.deepEqual(calls.rolledBack, ["web-1"]);
  });

  it("does not call a fleet back that did not come back", async () => {
    await assert.rejects(undoRollouts(fleets, inProgress("RollbackFailed"), noPause), {
      message: "web: rollout to version 3: RollbackFailed, 40 %",
    });
  });

  it("says what to do when there is nothing to undo", async () => {
    await assert.rejects(
      undoRollouts(fleets.slice(1), inProgress("RollbackSuccessful"), noPause),
      /no rollout is under way.*check out the commit before/,
    );
  });

  it("finds the groups in the stack's outputs, and says when there are none", () => {
    const outputs = JSON.stringify({ workloads: { web: { autoScalingGroupName: "web-1" } } });
    assert.deepEqual(parseFleets(outputs), [{ workload: "web", groupName: "web-1" }]);
    assert.throws(() => parseFleets("{}"), /run `up` first/);
  });
});
