import assert from "node:assert/strict";
import { lifecycleHook } from "../../../../../sandbox/account/types/autoscaling/lifecycleHook";
import { failures, refuses, simulation } from "../simulation";

const hook = {
  name: "ready",
  autoscalingGroupName: "web",
  lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
};

describe("a lifecycle hook", () => {
  it("needs its group", () => {
    refuses(
      () => simulation().create(lifecycleHook, hook),
      "ValidationError",
      "Auto Scaling: PutLifecycleHook",
      "AutoScalingGroup name not found - null (web)",
    );
  });

  it("waits for half a minute to two hours, at a launch or an end, and then abandons or continues", () => {
    const wrong = { heartbeatTimeout: 7201, lifecycleTransition: "launch", defaultResult: "RETRY" };
    assert.deepEqual(
      failures(lifecycleHook, { ...hook, ...wrong }).map(({ property }) => property),
      ["heartbeatTimeout", "lifecycleTransition", "defaultResult"],
    );
    assert.deepEqual(
      failures(lifecycleHook, { ...hook, heartbeatTimeout: 1800, defaultResult: "ABANDON" }),
      [],
    );
  });
});
