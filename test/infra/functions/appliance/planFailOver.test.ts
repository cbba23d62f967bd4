import assert from "node:assert/strict";
import { planFailOver } from "../../../../infra/functions/appliance/planFailOver";

const a = { interfaceId: "eni-a", healthy: true };
const b = { interfaceId: "eni-b", healthy: true };
const route = (table: string, interfaceId: string | undefined) => ({
  routeTableId: table,
  destinationCidrBlock: "192.168.0.0/16",
  interfaceId,
});

describe("planFailOver", () => {
  it("leaves the routes where they are while that member is healthy, whichever it is", () => {
    assert.deepEqual(planFailOver([a, b], [route("rtb-1", "eni-a"), route("rtb-2", "eni-a")]), []);
    assert.deepEqual(planFailOver([a, b], [route("rtb-1", "eni-b"), route("rtb-2", "eni-b")]), []);
  });

  it("moves every route to the other member when one fails", () => {
    const failed = { ...a, healthy: false };
    assert.deepEqual(planFailOver([failed, b], [route("rtb-1", "eni-a"), route("rtb-2", "eni-a")]), [
      route("rtb-1", "eni-b"),
      route("rtb-2", "eni-b"),
    ]);
  });

  it("finishes what a run that was cut off began, in the direction that most routes already have", () => {
    const routes = [route("rtb-1", "eni-b"), route("rtb-2", "eni-a"), route("rtb-3", "eni-b")];
    assert.deepEqual(planFailOver([a, b], routes), [route("rtb-2", "eni-b")]);
  });

  it("leads a route to the appliance that leads nowhere", () => {
    assert.deepEqual(planFailOver([a, b], [route("rtb-1", undefined), route("rtb-2", "eni-b")]), [
      route("rtb-1", "eni-b"),
    ]);
  });

  it("moves nothing while nobody is healthy", () => {
    const none = [a, b].map((member) => ({ ...member, healthy: false }));
    assert.deepEqual(planFailOver(none, [route("rtb-1", "eni-a"), route("rtb-2", undefined)]), []);
  });
});
