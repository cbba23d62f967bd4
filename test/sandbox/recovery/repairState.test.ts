import assert from "node:assert/strict";
import { pendingOperationsOf, resourcesOf } from "../../../sandbox/recovery/deployment";
import { repairState } from "../../../sandbox/recovery/repairState";
import { exported, pendingCreate, state } from "./states";

describe("the state after a recovery", () => {
  const vpc = state("vpc", { type: "aws:ec2/vpc:Vpc", id: "vpc-1" });

  it("has an adopted resource with its id and no pending create", () => {
    const lost = state("a", { inputs: { vpcId: "vpc-1" }, dependencies: [vpc.urn] });
    const repaired = repairState(exported([vpc], [pendingCreate(lost)]), [
      { kind: "adopt", resource: lost, id: "subnet-1" },
    ]);
    assert.deepEqual(resourcesOf(repaired), [vpc, { ...lost, id: "subnet-1" }]);
    assert.deepEqual(pendingOperationsOf(repaired), []);
  });

  it("is otherwise what it was, other pending operations included", () => {
    const update = { type: "updating", resource: vpc };
    const before = exported([vpc], [update, pendingCreate(state("a"))]);
    assert.deepEqual(
      repairState(before, [{ kind: "clear", urn: state("a").urn }]),
      exported([vpc], [update]),
    );
  });

  it("has a second copy at its end, to be deleted by the next update", () => {
    const live = state("a", { id: "subnet-1" });
    const repaired = repairState(exported([live, vpc]), [
      { kind: "delete", resource: state("a"), id: "subnet-2" },
    ]);
    assert.deepEqual(resourcesOf(repaired), [live, vpc, state("a", { id: "subnet-2", delete: true })]);
  });

  it("has what an adopted resource replaced at its end, to be deleted by the next update", () => {
    const old = state("a", { id: "subnet-1" });
    const dependent = state("b", { id: "subnet-b", dependencies: [old.urn] });
    const repaired = repairState(exported([old, dependent]), [
      { kind: "adopt", resource: state("a"), id: "subnet-2" },
    ]);
    assert.deepEqual(resourcesOf(repaired), [
      state("a", { id: "subnet-2" }),
      dependent,
      state("a", { id: "subnet-1", delete: true }),
    ]);
  });

  it("keeps dependencies before dependents when a replacement depends on something newer", () => {
    const old = state("a", { id: "subnet-1", pendingReplacement: true });
    const dependent = state("b", { id: "subnet-b", dependencies: [old.urn] });
    const replacement = state("a", { parent: vpc.urn });
    const repaired = repairState(exported([old, dependent, vpc]), [
      { kind: "adopt", resource: replacement, id: "subnet-2" },
    ]);
    assert.deepEqual(resourcesOf(repaired), [vpc, { ...replacement, id: "subnet-2" }, dependent]);
  });

  it("counts parent, provider, property dependencies and deletedWith as dependencies", () => {
    const before = ["p1", "p2", "p3"].map((name) => state(name, { id: name }));
    const [p1, p2, p3] = before.map(({ urn }) => urn);
    const provider = state("aws", { type: "pulumi:providers:aws", id: "x" });
    const last = state("z", {
      id: "z",
      provider: `${provider.urn}::x`,
      propertyDependencies: { vpcId: [p1 ?? ""], none: null },
      deletedWith: p2,
      parent: p3,
    });
    assert.equal(resourcesOf(repairState(exported([last, ...before, provider]), [])).at(-1), last);
  });
});
