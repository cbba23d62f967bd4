import assert from "node:assert/strict";
import { describeDifference, findDifference } from "../../../sandbox/recovery/difference";
import { exported, pendingCreate, state } from "./states";

const type = "aws:ec2/subnet:Subnet";

describe("the difference between account and state", () => {
  it("is nothing when each resource is in both, components and providers apart", () => {
    const component = state("network", { type: "bakeline:network:Network", custom: false });
    const provider = state("aws", { type: "pulumi:providers:aws", id: "x" });
    const read = state("vpc", { id: "vpc-1", external: true });
    const stack = exported([component, provider, read, state("a", { id: "subnet-1" })]);
    assert.deepEqual(describeDifference(findDifference(stack, [{ type, id: "subnet-1" }])), []);
  });

  it("names what is in one of them only, and what is undecided", () => {
    const stack = exported([state("a", { id: "subnet-1" })], [pendingCreate(state("c"))]);
    assert.deepEqual(describeDifference(findDifference(stack, [{ type, id: "subnet-2" }])), [
      `${type} subnet-2 is in the account and not in the state; \`npm run sandbox -- import ${type} <name> subnet-2 --protect=false\`, or delete it`,
      `${state("a").urn} (subnet-1) is in the state and not in the account; refresh removes it`,
      `${state("c").urn} is still a pending create; run recover again`,
    ]);
  });

  it("does not call an orphan what is kept on purpose", () => {
    const kept = { type, id: "subnet-2", kept: true } as const;
    assert.deepEqual(describeDifference(findDifference(exported([]), [kept])), []);
  });

  it("tells an id of another type apart", () => {
    const { orphaned, lost } = findDifference(exported([state("a", { id: "1" })]), [
      { type: "aws:ec2/vpc:Vpc", id: "1" },
    ]);
    assert.deepEqual([orphaned.length, lost.length], [1, 1]);
  });

  it("leaves out what is known to be deleted and waits for its replacement", () => {
    const { lost } = findDifference(exported([state("a", { id: "subnet-1", pendingReplacement: true })]), []);
    assert.deepEqual(lost, []);
  });
});
