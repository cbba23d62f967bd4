import assert from "node:assert/strict";
import fc from "fast-check";
import type { AccountResource } from "../../../sandbox/recovery/inventory";
import { planRecovery, type RecoveryArgs } from "../../../sandbox/recovery/planRecovery";
import { exported, pendingCreate, state } from "./states";

const subnet = "aws:ec2/subnet:Subnet";
const route = "aws:ec2/route:Route";

function inAccount(id: string, rest: Partial<AccountResource> = {}): AccountResource {
  return { type: subnet, id, name: "a", stack: "dev", ...rest };
}

function plan(args: Partial<RecoveryArgs>) {
  const rows = planRecovery({
    stack: "dev",
    exported: exported([]),
    inventory: [],
    naturalId: () => undefined,
    ...args,
  });
  return rows.map((row) =>
    row.kind === "clear" ? row : { kind: row.kind, urn: row.resource.urn, id: row.id },
  );
}

describe("the plan of a recovery", () => {
  const { urn } = state("a");

  it("is empty when no create is pending", () => {
    assert.deepEqual(
      plan({ exported: exported([state("a", { id: "subnet-1" })]), inventory: [inAccount("subnet-1")] }),
      [],
    );
  });

  it("adopts what AWS had created", () => {
    const args = { exported: exported([], [pendingCreate(state("a"))]), inventory: [inAccount("subnet-1")] };
    assert.deepEqual(plan(args), [{ kind: "adopt", urn, id: "subnet-1" }]);
  });

  it("clears what AWS had not created", () => {
    assert.deepEqual(plan({ exported: exported([], [pendingCreate(state("a"))]) }), [{ kind: "clear", urn }]);
  });

  for (const [what, other] of [
    ["type", { type: "aws:ec2/vpc:Vpc" }],
    ["name", { name: "b" }],
    ["stack", { stack: "prod" }],
  ] as const) {
    it(`does not take a resource of another ${what} for the one that was lost`, () => {
      const args = {
        exported: exported([], [pendingCreate(state("a"))]),
        inventory: [inAccount("subnet-1", other)],
      };
      assert.deepEqual(plan(args), [{ kind: "clear", urn }]);
    });
  }

  it("does not take a resource without tags for one whose tags are unknown", () => {
    const args = {
      exported: exported([], [pendingCreate(state("a"))]),
      inventory: [{ type: subnet, id: "subnet-1" }],
    };
    assert.deepEqual(plan(args), [{ kind: "clear", urn }]);
  });

  it("finds an untaggable resource by the id that its inputs give it", () => {
    const resource = state("r", {
      type: route,
      inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0" },
    });
    const args: Partial<RecoveryArgs> = {
      exported: exported([], [pendingCreate(resource)]),
      inventory: [
        { type: route, id: "r-rtb-2" },
        { type: route, id: "r-rtb-1" },
      ],
      naturalId: (type, inputs) => (type === route ? `r-${inputs.routeTableId}` : undefined),
    };
    assert.deepEqual(plan(args), [{ kind: "adopt", urn: resource.urn, id: "r-rtb-1" }]);
  });

  it("adopts the replacement of a live resource, which differs from it", () => {
    const old = state("a", { id: "subnet-1", inputs: { cidrBlock: "10.0.0.0/24" } });
    const args = {
      exported: exported([old], [pendingCreate(state("a", { inputs: { cidrBlock: "10.0.1.0/24" } }))]),
      inventory: [inAccount("subnet-1"), inAccount("subnet-2")],
    };
    assert.deepEqual(plan(args), [{ kind: "adopt", urn, id: "subnet-2" }]);
  });

  it("has the copy deleted that remains when the next update made the resource once more", () => {
    const inputs = { cidrBlock: "10.0.0.0/24" };
    const args = {
      exported: exported([state("a", { id: "subnet-2", inputs })], [pendingCreate(state("a", { inputs }))]),
      inventory: [inAccount("subnet-1"), inAccount("subnet-2")],
    };
    assert.deepEqual(plan(args), [{ kind: "delete", urn, id: "subnet-1" }]);
  });

  it("adopts the replacement of a resource that was deleted before it", () => {
    const args = {
      exported: exported(
        [state("a", { id: "subnet-1", pendingReplacement: true })],
        [pendingCreate(state("a"))],
      ),
      inventory: [inAccount("subnet-2")],
    };
    assert.deepEqual(plan(args), [{ kind: "adopt", urn, id: "subnet-2" }]);
  });

  it("takes what waits for its delete neither for the live resource nor for the lost one", () => {
    const args = {
      exported: exported([state("a", { id: "subnet-1", delete: true })], [pendingCreate(state("a"))]),
      inventory: [inAccount("subnet-1"), inAccount("subnet-2")],
    };
    assert.deepEqual(plan(args), [{ kind: "adopt", urn, id: "subnet-2" }]);
  });

  it("adopts one and deletes the others when a create was interrupted twice", () => {
    const args = {
      exported: exported([], [pendingCreate(state("a")), pendingCreate(state("a"))]),
      inventory: [inAccount("subnet-1"), inAccount("subnet-2")],
    };
    assert.deepEqual(plan(args), [
      { kind: "adopt", urn, id: "subnet-1" },
      { kind: "delete", urn, id: "subnet-2" },
    ]);
  });

  it("goes by the inputs of the last attempt when a create was interrupted twice", () => {
    const [first, last] = ["10.0.0.0/24", "10.0.1.0/24"].map((cidrBlock) => ({ cidrBlock }));
    const attempts = [first, last].map((inputs) => pendingCreate(state("a", { inputs })));
    const rows = planRecovery({
      stack: "dev",
      exported: exported([], attempts),
      inventory: [inAccount("subnet-1")],
      naturalId: () => undefined,
    });
    assert.deepEqual(rows, [{ kind: "adopt", resource: state("a", { inputs: last }), id: "subnet-1" }]);
  });

  it("leaves pending updates and deletes to refresh", () => {
    const operations = ["updating", "deleting", "reading"].map((type) => ({
      type,
      resource: state("a", { id: "subnet-1" }),
    }));
    assert.deepEqual(plan({ exported: exported([state("a", { id: "subnet-1" })], operations) }), []);
  });

  it("decides every pending create, and gives no account resource to two of them", () => {
    const names = fc.constantFrom("a", "b", "c", "d");
    const ids = fc.constantFrom("subnet-1", "subnet-2", "subnet-3", "subnet-4", "subnet-5");
    const row = fc.record({
      type: fc.constant(subnet),
      id: ids,
      name: names,
      stack: fc.constantFrom("dev", "prod"),
    });
    const inventories = fc.uniqueArray(row, { selector: ({ id }) => id });
    const live = fc.uniqueArray(fc.tuple(names, ids), { selector: ([name]) => name });
    fc.assert(
      fc.property(inventories, live, fc.array(names), (inventory, known, pending) => {
        const stack = exported(
          known.map(([name, id]) => state(name, { id })),
          pending.map((name) => pendingCreate(state(name))),
        );
        const rows = plan({ exported: stack, inventory });
        assert.deepEqual(new Set(rows.map((r) => r.urn)), new Set(pending.map((name) => state(name).urn)));
        const used = rows.flatMap((r) => (r.kind === "clear" ? [] : [r.id]));
        assert.equal(new Set(used).size, used.length);
        assert.deepEqual(
          used.filter((id) => known.some(([, knownId]) => knownId === id)),
          [],
        );
      }),
    );
  });
});
