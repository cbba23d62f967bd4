import assert from "node:assert/strict";
import { findInstanceType, instanceTypeSource } from "../../../../infra/compute/instanceTypes/instanceType";

describe("findInstanceType", () => {
  it("knows how many interfaces types take, and none of a type that AWS does not have", () => {
    const types = ["t3.micro", "t3.medium", "t3a.small", "m5.large", "m7g.medium", "c6i.24xlarge", "x9.huge"];
    assert.deepEqual(
      types.map((name) => findInstanceType(name)?.interfaces),
      [2, 3, 2, 3, 2, 15, undefined],
    );
  });

  it("knows addresses, architecture, recovery and placement of a type", () => {
    assert.deepEqual(findInstanceType("m6i.large"), {
      interfaces: 3,
      addressesPerInterface: 10,
      architectures: ["x86_64"],
      recovers: true,
      placements: ["cluster", "partition", "spread"],
    });
    assert.equal(findInstanceType("m6id.large")?.recovers, false);
    assert.deepEqual(findInstanceType("t4g.micro")?.architectures, ["arm64"]);
    assert.deepEqual(findInstanceType("t3.large")?.placements, ["partition", "spread"]);
  });

  it("takes no word that objects have for a family or a size", () => {
    assert.deepEqual(["constructor.name", "m6i.toString", "m6i", ""].map(findInstanceType), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("says where its facts are from", () => {
    assert.match(instanceTypeSource, /^moto \d+\.\d+\.\d+, .*DescribeInstanceTypes\), \d{4}-\d{2}-\d{2}$/);
  });
});
