import assert from "node:assert/strict";
import { workloads } from "../../../infra/workloads";
import { findWorkloadProblems, reservedWorkloadNames } from "../../../infra/workloads/problems";
import { anyWorkload } from "./anyWorkload";

describe("findWorkloadProblems", () => {
  it("finds nothing wrong with the estate's own workloads", () => {
    assert.deepEqual(findWorkloadProblems(workloads), []);
  });

  it("accepts a name of 24 characters, to which Pulumi adds 8 of a target group's 32", () => {
    assert.deepEqual(findWorkloadProblems([anyWorkload({ name: "a".repeat(24) })]), []);
  });

  for (const name of ["a".repeat(25), "Web", "1web", "web-", "we b", ""])
    it(`refuses the name ${JSON.stringify(name)}`, () => {
      assert.deepEqual(findWorkloadProblems([anyWorkload({ name })]), [
        `workloads[0].name: expected up to 24 lower-case letters, digits and inner hyphens, got ${JSON.stringify(name)} (${name.length} characters); rename the workload`,
      ]);
    });

  for (const name of reservedWorkloadNames)
    it(`refuses the name ${name}, whose resources could not be told from the estate's own`, () => {
      assert.deepEqual(findWorkloadProblems([anyWorkload({ name })]), [
        `workloads[0].name: expected none of ${reservedWorkloadNames.join(", ")}, got "${name}"; rename the workload`,
      ]);
    });

  it("refuses a name or a priority that an earlier workload has", () => {
    assert.deepEqual(findWorkloadProblems([anyWorkload({}), anyWorkload({})]), [
      'workloads[1].name: expected a name of its own, got "api", which an earlier workload has; rename one of them',
      "workloads[1].traffic.listenerRulePriority: expected one that no other workload has, got 10, which api has; choose a free one",
    ]);
  });

  it("says everything that is wrong at once", () => {
    const workload = anyWorkload({
      role: "a b",
      agents: { kind: "repository" },
      operatingSystem: "debian",
      port: 0,
      traffic: { pathPatterns: ["/1", "/2", "/3", "/4", "/5", "/6"], listenerRulePriority: 50_001 },
    });
    assert.deepEqual(findWorkloadProblems([workload]), [
      'workloads[0].role: expected up to 128 letters, digits, ".", "_" and "-", got "a b"; rename the role',
      "workloads[0].agents: expected bucket or image, because debian does not package AWS's agents, got repository; put their package files into the bootstrap bucket, or start from an image that holds them",
      "workloads[0].port: expected an integer from 1 to 65535, got 0; write the port the service listens on",
      "workloads[0].traffic.pathPatterns: expected at most 5, got 6; merge some with a wildcard",
      "workloads[0].traffic.listenerRulePriority: expected an integer from 1 to 50000, got 50001; choose a free one",
    ]);
  });
});
