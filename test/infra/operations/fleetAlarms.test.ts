import assert from "node:assert/strict";
import { planHighCpuThreshold } from "../../../infra/operations/fleetAlarms";

describe("planHighCpuThreshold", () => {
  it("is halfway from what the group keeps to all there is, so that scaling comes first", () => {
    assert.deepEqual([10, 60, 90].map(planHighCpuThreshold), [55, 80, 95]);
  });
});
