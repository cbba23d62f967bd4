import assert from "node:assert/strict";
import { StackConfigError } from "../../../infra/config/stackConfigError";
import { loadStackFile } from "../../../infra/config/stackFile";
import { workloads } from "../../../infra/workloads";
import { declaredBy } from "../../../infra/workloads/declared";
import { findShapeLines } from "../../../infra/workloads/shapeProblems";
import { stackFile } from "../config/editedStackFile";
import { anyWorkload } from "./anyWorkload";

/** As a program that nothing has compiled would declare it. */
function linesOf(given: object): string[] {
  return findShapeLines({ ...anyWorkload({}), ...given }, 0);
}

describe("the shape of a declared workload", () => {
  it("is right for each of the estate's own", () => {
    assert.deepEqual(workloads.flatMap(findShapeLines), []);
  });

  it("has steps of known kinds", () => {
    assert.deepEqual(linesOf({ steps: [{ kind: "artefact", name: "api", directory: "/opt/api" }] }), [
      'api.steps[0].kind: expected one of packages, artifact, file, service, command, secret, ansiblePull, chefClient, got "artefact" (string); write artifact',
    ]);
  });

  it("has secrets in known places, and a wrong one is not quoted where it may be the secret itself", () => {
    const secret = { kind: "secret", path: "/etc/key", owner: "root" };
    const steps = [
      { ...secret, reference: { kind: "paramStore", name: "/api/key" } },
      { ...secret, reference: "pass".concat("word") },
    ];
    assert.deepEqual(linesOf({ steps }), [
      'api.steps[0].reference.kind: expected one of parameterStore, secretsManager, got "paramStore" (string); write parameterStore',
      'api.steps[1].reference: expected where the secret is, got a string of 8 characters; write { kind: "parameterStore", name: … } or { kind: "secretsManager", secretId: … }',
    ]);
  });

  it("names the nearest operating system, property and access, all at once", () => {
    const { port, ...rest } = anyWorkload({});
    const workload = {
      ...rest,
      prot: port,
      operatingSystem: "debain",
      healthCheckPath: "health",
      stores: [{ store: "orders", access: "wirte" }],
    };
    assert.deepEqual(findShapeLines(workload, 0), [
      'api.operatingSystem: expected one of amazon-linux-2023, ubuntu, debian, got "debain" (string); write debian',
      'api.healthCheckPath: expected a path that begins with a slash, got "health" (string); write one such as /health',
      'api.stores[0].access: expected one of read, write, administer, got "wirte" (string); write write',
      "api.prot: expected one of name, role, operatingSystem, agents, steps, imdsUsers, logFiles, port, healthCheckPath, traffic, imdsHopLimit, stores, got an unknown key (a number); rename it to port",
    ]);
  });

  it("tells an operating system that is not supported from those that are", () => {
    assert.deepEqual(linesOf({ operatingSystem: "windows-2022" }), [
      'api.operatingSystem: expected one of amazon-linux-2023, ubuntu, debian, got "windows-2022" (string); choose one; each is a line of infra/bakeline/operatingSystem.ts',
    ]);
  });

  it("knows the properties of a step's own kind only", () => {
    const steps = [{ kind: "command", name: "a", run: "a", unless: "b", unit: "c" }];
    assert.deepEqual(linesOf({ steps }), [
      "api.steps[0].unit: expected one of kind, layer, name, run, unless, got an unknown key (a string of 1 character); remove it",
    ]);
  });

  it("has services that end within an hour", () => {
    const steps = [0, 1, 3600, 3601].map((drainSeconds) => ({ kind: "service", name: "a", drainSeconds }));
    const remedy = "write how long its longest request takes, or leave it out";
    assert.deepEqual(linesOf({ steps }), [
      `api.steps[0].drainSeconds: expected an integer from 1 to 3600, got 0 (number); ${remedy}`,
      `api.steps[3].drainSeconds: expected an integer from 1 to 3600, got 3601 (number); ${remedy}`,
    ]);
  });

  it("is what other checks wait for, of that workload only", () => {
    const web = Object.assign(anyWorkload({ name: "web" }), { operatingSystem: "windows-2022" });
    const declared = declaredBy([web, anyWorkload({ port: 0 })]);
    assert.throws(
      () => loadStackFile(stackFile("dev"), { ...declared, workloadNames: ["web"] }),
      (error) => {
        assert.ok(error instanceof StackConfigError);
        assert.deepEqual(error.message.split("\n"), [
          'infra/workloads: web.operatingSystem: expected one of amazon-linux-2023, ubuntu, debian, got "windows-2022" (string); choose one; each is a line of infra/bakeline/operatingSystem.ts',
          "infra/workloads: workloads[1].port: expected an integer from 1 to 65535, got 0; write the port the service listens on",
        ]);
        return true;
      },
    );
  });
});
