import assert from "node:assert/strict";
import fc from "fast-check";
import { findStepProblems } from "../../../infra/bakeline/problems";
import type { Step } from "../../../infra/bakeline/step";
import { tiers } from "../../../infra/bakeline/tier";
import { findWindowsFieldProblems } from "../../../infra/bakeline/windowsFields";
import { anyWindowsStep } from "../bootstrap/windows/anyWindowsStep";

const digest = "0".repeat(64);

function problems(...steps: Step[]): string[] {
  return findStepProblems(steps, "base", findWindowsFieldProblems).map(
    ({ path, reason }) => `${path}: ${reason}`,
  );
}

describe("steps on Windows Server", () => {
  it("are found right when they are", () => {
    fc.assert(
      fc.property(anyWindowsStep, fc.constantFrom(...tiers), (step, tier) => {
        const found = findStepProblems([step], tier, findWindowsFieldProblems);
        // The arbitrary makes texts that look like a password now and then, and templates that no image can hold.
        assert.deepEqual(
          found.filter(({ reason }) => !/credential|booting instance/.test(reason)),
          [],
        );
      }),
    );
  });

  it("refuse ansible-pull by the step's path", () => {
    assert.deepEqual(
      problems(
        { kind: "packages", names: [] },
        { kind: "ansiblePull", name: "site", playbook: "site.yml", key: "site.bundle", sha256: digest },
      ).filter((problem) => problem.includes(".kind")),
      [
        "steps[1].kind: expected a step that runs on Windows Server, got ansiblePull; Ansible has no control node for Windows, use chefClient or command",
      ],
    );
  });

  it("refuse what only Linux has: modes, owners, units", () => {
    assert.deepEqual(
      problems(
        { kind: "file", path: "C:\\a", content: { kind: "literal", text: "" }, owner: "root", mode: "0644" },
        { kind: "service", name: "app", unit: "[Service]" },
      ),
      [
        "steps[0].owner: expected none on Windows Server, whose files take their folder's access list, got one; leave it out",
        "steps[0].mode: expected none on Windows Server, whose files have no mode, got one; leave it out",
        "steps[1].unit: expected none on Windows Server, which has no systemd, got one; let a packages or a command step create the service, and name it here",
      ],
    );
  });

  it("name features, installer packages and paths as Windows does", () => {
    assert.deepEqual(
      problems(
        { kind: "packages", names: ["nginx light"], files: [{ key: "agent.exe", sha256: digest }] },
        {
          kind: "artifact",
          name: "app",
          version: "1",
          directory: "/opt/app",
          key: "app.tar.gz",
          sha256: digest,
        },
        { kind: "file", path: "C:\\app.", content: { kind: "literal", text: "" } },
      ),
      [
        'steps[0].names[0]: expected the name of a feature of Windows Server such as Web-Server (Get-WindowsFeature lists them), got "nginx light"',
        'steps[0].files[0].key: expected the key of a Windows Installer package, which ends in .msi, got "agent.exe"',
        'steps[1].directory: expected an absolute path such as C:\\ProgramData\\App\\app.config, got "/opt/app"',
        'steps[2].path: expected an absolute path such as C:\\ProgramData\\App\\app.config, got "C:\\\\app."',
      ],
    );
  });
});
