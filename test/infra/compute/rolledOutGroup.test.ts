import assert from "node:assert/strict";
import { planCapacityTimeout } from "../../../infra/compute/rolledOutGroup";

describe("planCapacityTimeout", () => {
  it("waits ten minutes beyond the time that an instance is granted to boot, in whole minutes", () => {
    assert.deepEqual([0, 300, 301].map(planCapacityTimeout), ["10m", "15m", "16m"]);
  });
});
