import assert from "node:assert/strict";
import { Exemptions } from "../../policies/exemptions";
import type { NumberedExemption } from "../../policies/settings";

const rule = "imds/ec2-instance-hop-limit";
const today = new Date("2026-08-01T12:00:00Z");
const urn = "urn:pulumi:prod::shop::aws:ec2/instance:Instance::web";
const matter = { pack: "imds", rule: "ec2-instance-hop-limit", urn, name: "web" };

function exemption(changes: Partial<NumberedExemption> = {}): NumberedExemption {
  const path = "bakeline:exemptions[0]";
  const why = { reason: "Its containers read the metadata.", owner: "team-web" };
  return { path, rule, resource: "web", ...why, expires: "2026-12-31", ...changes };
}

function exemptions(...all: readonly NumberedExemption[]): Exemptions {
  return new Exemptions("imds", new Set(["ec2-instance-hop-limit"]), all, today);
}

/** What is wrong with an exemption that nothing used. */
function problemOf(changes: Partial<NumberedExemption>): readonly string[] {
  return exemptions(exemption(changes)).problems(() => false);
}

describe("an exemption", () => {
  for (const resource of ["web", urn]) {
    it(`covers what its rule says about the resource that it names (${resource.slice(0, 3)})`, () => {
      const one = exemption({ resource });
      const all = exemptions(one);
      assert.equal(all.find(matter), one);
      assert.deepEqual(
        all.problems(() => false),
        [],
      );
    });
  }

  for (const [what, other] of [
    ["another rule", { rule: "ec2-instance-requires-imdsv2" }],
    ["another resource", { name: "api", urn: urn.replace("web", "api") }],
  ] as const) {
    it(`does not cover ${what}`, () => {
      assert.equal(exemptions(exemption()).find({ ...matter, ...other }), undefined);
    });
  }

  it("is a violation where nothing used it", () => {
    assert.deepEqual(problemOf({}), [
      `bakeline:exemptions[0]: it is not used: ${rule} has nothing to say about web; remove it`,
    ]);
  });

  it("may go unused where its resource was left out this time", () => {
    assert.deepEqual(
      exemptions(exemption()).problems((resource) => resource === "web"),
      [],
    );
  });

  it("is a violation, though it covers them, where several resources have its name", () => {
    const all = exemptions(exemption());
    all.find(matter);
    all.find({ ...matter, urn: urn.replace("shop", "shop$twin") });
    assert.deepEqual(
      all.problems(() => false),
      ["bakeline:exemptions[0]: it is too wide: 2 resources are named web; write the URN of one"],
    );
  });

  for (const [expires, problem] of [
    [
      "2026-07-31",
      "it expired on 2026-07-31; mend what it exempts, or have somebody decide anew and write why",
    ],
    ["2027-08-04", "it is too wide: 2027-08-04 is more than a year ahead; write an earlier day"],
    [
      "2026-07-31 00:00:00 +0000 UTC",
      "it expired on 2026-07-31; mend what it exempts, or have somebody decide anew and write why",
    ],
  ] as const) {
    it(`covers nothing and is a violation with the day ${expires}`, () => {
      const all = exemptions(exemption({ expires }));
      assert.equal(all.find(matter), undefined);
      assert.deepEqual(
        all.problems(() => false),
        [`bakeline:exemptions[0]: ${problem}`],
      );
    });
  }

  for (const expires of ["2026-08-01", "2027-08-01"]) {
    it(`counts to the end of its last day (${expires})`, () => {
      assert.ok(exemptions(exemption({ expires })).find(matter));
    });
  }

  it("is a violation where there is no such rule in the pack", () => {
    assert.deepEqual(problemOf({ rule: "imds/ec2-instance-hops" }), [
      "bakeline:exemptions[0]: there is no rule imds/ec2-instance-hops; docs/rules lists the ids",
    ]);
  });

  it("is left to the pack that it names", () => {
    assert.deepEqual(problemOf({ rule: "fleet/ec2-eip-idle" }), []);
  });
});
