import assert from "node:assert/strict";
import { planSubnets } from "../../../infra/network/subnetPlan";

/** Addresses of a block. */
const size = (prefix: number) => 2 ** (32 - prefix);

describe("planSubnets", () => {
  it("gives each zone of a /16 a private /20 and a public /22 of its own /19", () => {
    assert.deepEqual(planSubnets("10.20.0.0/16"), {
      availabilityZoneCidrMask: 19,
      subnetSpecs: [
        { type: "Private", cidrMask: 20 },
        { type: "Public", cidrMask: 22 },
      ],
    });
  });

  for (const prefix of [16, 17, 18, 19, 20])
    describe(`of a /${prefix}`, () => {
      const { availabilityZoneCidrMask: zone, subnetSpecs } = planSubnets(`10.20.0.0/${prefix}`);
      const used = subnetSpecs.map(({ cidrMask }) => size(cidrMask)).reduce((sum, each) => sum + each);

      it("leaves room for 6 zones, as many as any region has", () => {
        assert.ok(6 * size(zone) <= size(prefix));
      });

      it("leaves a quarter of each zone for isolated subnets", () => {
        assert.ok(used + size(zone) / 4 <= size(zone));
      });

      it("gives a load balancer the /27 that it requires of a public subnet", () => {
        const mask = subnetSpecs.find(({ type }) => type === "Public")?.cidrMask;
        assert.ok(mask !== undefined && mask <= 27);
      });
    });
});
