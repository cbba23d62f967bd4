import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Step } from "../../infra/bakeline/step";
import { renderComponentDocument } from "../../infra/images/componentDocument";
import { sharedRig } from "./rig/sharedRig";
import { region } from "./rig/vpc";
import { bucket } from "./sessionsEstate";

const playbook = `- hosts: localhost
  gather_facts: false
  tasks:
    - ansible.builtin.copy:
        dest: /etc/converged
        content: "by ansible-pull\\n"
        mode: "0644"
`;

/** A git bundle with one playbook, as a team would make it. */
function createBundle(): Buffer {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bakeline-ansible-"));
  const date = "2026-01-01T00:00:00Z";
  const env = { PATH: process.env.PATH, HOME: folder, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=site", "-c", "user.email=site@example.com", ...args], {
      cwd: folder,
      env,
      stdio: "ignore",
    });
  try {
    fs.writeFileSync(path.join(folder, "site.yml"), playbook);
    git("init", "--initial-branch=main");
    git("add", "site.yml");
    git("commit", "--message=site");
    git("bundle", "create", "site.bundle", "HEAD", "main");
    return fs.readFileSync(path.join(folder, "site.bundle"));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

describe("ansible-pull from a bundle", function () {
  this.timeout(600_000);

  it("converges while an image is built, and changes nothing when it is asked again", async () => {
    const rig = sharedRig();
    const content = createBundle();
    const sha256 = createHash("sha256").update(content).digest("hex");
    rig.objectStore.put(bucket, "site.bundle", content);
    const bake: Step[] = [
      { kind: "packages", names: ["ansible-core", "git"] },
      {
        kind: "ansiblePull",
        layer: "application",
        name: "site",
        playbook: "site.yml",
        key: "site.bundle",
        sha256,
      },
    ];
    const parts = { operatingSystem: "debian", bake, bucket, region, domain: "amazonaws.com" } as const;
    // Validation runs it again, and fails unless nothing changes.
    const documents = [renderComponentDocument({ name: "ansible", ...parts })];
    const image = await rig.bake({ name: "ansible", parent: rig.baseImage, documents });
    const converged = path.join(image.layers[0] ?? "", "etc/converged");
    assert.equal(fs.readFileSync(converged, "utf8"), "by ansible-pull\n");
  });
});
