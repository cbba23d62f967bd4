import assert from "node:assert/strict";
import { accountResource } from "../../../sandbox/recovery/inventory";

describe("what the account says about whose a resource is", () => {
  const token = "aws:ec2/vpc:Vpc";

  it("is in its tags, default tags included", () => {
    const properties = { tags: { Name: "network" }, tagsAll: { Name: "network", "bakeline:stack": "dev" } };
    assert.deepEqual(accountResource({ token, id: "vpc-1", properties }), {
      type: token,
      id: "vpc-1",
      name: "network",
      stack: "dev",
    });
  });

  it("is in an Auto Scaling group's list of tags", () => {
    const tags = [
      { key: "Name", value: "web", propagateAtLaunch: true },
      { key: "bakeline:stack", value: "dev", propagateAtLaunch: true },
    ];
    const group = "aws:autoscaling/group:Group";
    assert.deepEqual(accountResource({ token: group, id: "web-1", properties: { tags } }), {
      type: group,
      id: "web-1",
      name: "web",
      stack: "dev",
    });
  });

  it("is nowhere for a type without tags", () => {
    assert.deepEqual(accountResource({ token, id: "vpc-1", properties: {} }), { type: token, id: "vpc-1" });
  });
});
