import assert from "node:assert/strict";
import { findStepProblems } from "../../../infra/bakeline/problems";
import type { Step } from "../../../infra/bakeline/step";
import { drawer } from "../../scan/corpus/values";

const draw = drawer(1);

describe("findStepProblems", () => {
  const secret: Step = {
    kind: "secret",
    path: "/etc/app/key",
    reference: { kind: "secretsManager", secretId: "app/key" },
    owner: "app",
  };

  it("refuses a secret in a layer that may be baked, at its path", () => {
    assert.deepEqual(findStepProblems([{ ...secret, layer: "application" }], "base"), [
      {
        path: "steps[0].layer",
        reason:
          "expected configuration for a secret, got application; an image must never hold a secret, leave layer out",
      },
    ]);
  });

  it("refuses under tier full an application file that depends on the instance, and allows it under foundational", () => {
    const steps: Step[] = [
      {
        kind: "file",
        layer: "application",
        path: "/etc/app.env",
        content: { kind: "template", text: "ENVIRONMENT={{environment}}" },
      },
    ];
    assert.deepEqual(findStepProblems(steps, "foundational"), []);
    assert.deepEqual(
      findStepProblems(steps, "full").map(({ path }) => path),
      ["steps[0].layer"],
    );
  });

  it("refuses a step that would be baked before one that it may build on", () => {
    assert.deepEqual(findStepProblems([secret, { kind: "packages", names: ["nginx"] }], "foundational"), [
      {
        path: "steps[1].layer",
        reason:
          "expected configuration or later because steps[0] is in configuration, got foundation; move this step up, or give it a later layer",
      },
    ]);
  });

  it("names every unknown fact of a template", () => {
    const steps: Step[] = [
      {
        kind: "file",
        path: "/etc/a",
        content: { kind: "template", text: "{{instanceId}} {{hostname}} {{zone}}" },
      },
    ];
    assert.deepEqual(
      findStepProblems(steps, "base").map(({ reason }) => reason),
      ["hostname", "zone"].map(
        (name) =>
          `expected one of instanceId, availabilityZone, region, privateIp, role, environment between {{ and }}, got "${name}"`,
      ),
    );
  });

  it("refuses a secret's value where its name belongs, and does not repeat it", () => {
    const literal: Step = { ...secret, reference: { kind: "parameterStore", name: "hunter2 is my secret" } };
    assert.deepEqual(findStepProblems([literal], "base"), [
      {
        path: "steps[0].reference.name",
        reason: "expected the full name of a parameter such as /app/key, got 20 other characters",
      },
    ]);
  });

  for (const [kind, line, text] of [
    ["private-key", 1, draw("rsakey")],
    ["aws-access-key-id", 1, `key ${draw("awsid")}`],
    ["password-literal", 2, `db_host=x\npassword=${draw("plainpw")}`],
  ] as const)
    it(`refuses what ${kind} finds in a file, a unit and a command, and does not repeat it`, () => {
      const steps: Step[] = [
        { kind: "command", name: "a", run: text, unless: "false" },
        { kind: "file", path: "/etc/a", content: { kind: "literal", text } },
        { kind: "service", name: "a", unit: text },
      ];
      assert.deepEqual(
        findStepProblems(steps, "base"),
        ["steps[0].run", "steps[1].content.text", "steps[2].unit"].map((path) => ({
          path,
          reason: `expected no credential, got one in line ${line} (${kind}); keep it in Parameter Store or Secrets Manager, and let a secret step write the file`,
        })),
      );
    });

  it("takes a reference to a password's file for what it is", () => {
    const text = "PASSWORD=/etc/app/key\npassword: $PASSWORD\ntoken = ${TOKEN}\n";
    assert.deepEqual(
      findStepProblems([{ kind: "file", path: "/etc/a", content: { kind: "literal", text } }], "base"),
      [],
    );
  });

  it("names every value that no script could be made of", () => {
    const steps: Step[] = [
      { kind: "packages", names: ["--allow-unauthenticated"], files: [{ key: "a b", sha256: "12" }] },
      { kind: "artifact", name: "a", version: "../1", key: "a", sha256: "0".repeat(64), directory: "opt" },
      { kind: "file", path: "/etc/", content: { kind: "literal", text: "\0" }, owner: "a b", mode: "644" },
      { kind: "service", name: "app.service" },
    ];
    assert.deepEqual(
      findStepProblems(steps, "base").map(({ path }) => path),
      [
        "steps[0].names[0]",
        "steps[0].files[0].key",
        "steps[0].files[0].sha256",
        "steps[1].version",
        "steps[1].directory",
        "steps[2].path",
        "steps[2].content.text",
        "steps[2].owner",
        "steps[2].mode",
        "steps[3].name",
      ],
    );
  });

  it("refuses two steps that make one service, or write one path", () => {
    const steps: Step[] = [
      { kind: "service", name: "app" },
      { kind: "service", name: "app", startAt: "ready" },
      { kind: "service", name: "other" },
      { kind: "file", layer: "configuration", path: "/etc/app/key", content: { kind: "literal", text: "" } },
      secret,
    ];
    assert.deepEqual(findStepProblems(steps, "base"), [
      {
        path: "steps[1].name",
        reason:
          'expected a service that no other step has, got "app", which steps[0] has; merge the two, or remove one',
      },
      {
        path: "steps[4].path",
        reason:
          'expected a path that no other step has, got "/etc/app/key", which steps[3] has; merge the two, or remove one',
      },
    ]);
  });

  it("refuses ansible-pull before the packages that it needs", () => {
    const pull: Step = {
      kind: "ansiblePull",
      name: "site",
      playbook: "site.yml",
      key: "a",
      sha256: "0".repeat(64),
    };
    const packages: Step = { kind: "packages", names: ["ansible-core"] };
    assert.deepEqual(findStepProblems([packages, pull], "base"), [
      {
        path: "steps[1]",
        reason: "expected a packages step before it that names git, got none; add one",
      },
    ]);
  });

  it("refuses a Chef client in an image", () => {
    const client: Step = {
      kind: "chefClient",
      layer: "application",
      program: "cinc-client",
      serverUrl: "https://chef.example.com",
      validatorName: "site-validator",
      validator: { kind: "secretsManager", secretId: "chef/validator" },
    };
    assert.deepEqual(
      findStepProblems([client], "full").map(({ path }) => path),
      ["steps[0].layer"],
    );
  });
});
