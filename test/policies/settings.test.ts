import assert from "node:assert/strict";
import { readPolicySettings } from "../../policies/settings";

function read(config: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) {
  const values = Object.entries(config).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return readPolicySettings({ PULUMI_CONFIG: JSON.stringify(Object.fromEntries(values)), ...env });
}

const exemption = {
  rule: "imds/ec2-instance-hop-limit",
  resource: "web",
  reason: "Its containers read the metadata.",
  owner: "team-web",
  expires: "2026-12-31",
};

describe("what a stack file says to the packs", () => {
  it("is that everything is mandatory, where it says nothing", () => {
    const { levels, exemptions, problems } = readPolicySettings({});
    assert.deepEqual(
      [levels.imds, levels.undecided, exemptions, problems],
      ["mandatory", "advisory", [], []],
    );
  });

  it("is a level for a pack and for a rule, and its exemptions, each with its place", () => {
    const { levels, exemptions } = read({
      "bakeline:policies": { imds: "advisory", rules: { "ec2-instance-hop-limit": "remediate" } },
      "bakeline:exemptions": [exemption],
    });
    assert.deepEqual(
      [levels.imds, levels.fleet, levels.rules],
      ["advisory", "mandatory", { "ec2-instance-hop-limit": "remediate" }],
    );
    assert.deepEqual(exemptions, [{ ...exemption, path: "bakeline:exemptions[0]" }]);
  });

  it("is strict again, and a problem, where a level is none", () => {
    const { levels, problems } = read({ "bakeline:policies": { imds: "off", fleet: "advisory" } });
    assert.deepEqual([levels.imds, levels.fleet], ["mandatory", "mandatory"]);
    assert.deepEqual(problems, [
      "bakeline:policies.imds: expected one of advisory, mandatory, remediate, got a string of 3 characters; choose advisory to warn, mandatory to refuse, remediate to refuse what no rule can repair; not advisory in prod",
    ]);
  });

  for (const [field, value, expected] of [
    ["rule", "imds/*", "<pack>/<rule> without wildcards"],
    ["rule", "ec2-instance-hop-limit", "<pack>/<rule> without wildcards"],
    ["resource", "*", "the name or URN of one resource, without wildcards"],
    ["resource", "web-?", "the name or URN of one resource, without wildcards"],
    ["reason", "", "a reason in words"],
    ["owner", undefined, "a team or a person"],
    ["expires", "never", "a day of the calendar as YYYY-MM-DD"],
    ["expires", "2027-02-31", "a day of the calendar as YYYY-MM-DD"],
    ["expires", "2027-02-29", "a day of the calendar as YYYY-MM-DD"],
  ] as const) {
    it(`is a problem where an exemption has the ${field} ${JSON.stringify(value)}, and the others count`, () => {
      const { exemptions, problems } = read({
        "bakeline:exemptions": [{ ...exemption, [field]: value }, exemption],
      });
      assert.deepEqual(
        exemptions.map(({ path }) => path),
        ["bakeline:exemptions[1]"],
      );
      assert.equal(problems.length, 1);
      assert.ok(
        problems[0]?.startsWith(`bakeline:exemptions[0].${field}: expected ${expected}, got `),
        problems[0],
      );
    });
  }

  it("is a problem where the exemptions are no list", () => {
    assert.deepEqual(read({ "bakeline:exemptions": "everything" }).problems, [
      "bakeline:exemptions: expected a list of exemptions, got a string of 10 characters",
    ]);
  });
});

describe("what a stack is for", () => {
  for (const [environment, config, stack] of [
    ["staging", { "bakeline:environment": "staging" }, "prod"],
    ["dev", {}, "team-dev-eu"],
    ["nonprod", {}, "non-prod"],
    ["prod", {}, "prod-eu"],
    ["prod", {}, "eu-1"],
    ["prod", {}, "device"],
  ] as const) {
    it(`is ${environment} with ${JSON.stringify(config)} in a stack named ${stack}`, () => {
      assert.equal(read(config, { PULUMI_STACK: stack }).environment, environment);
    });
  }
});
