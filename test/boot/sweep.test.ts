import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { createCgroup } from "./rig/cgroup";
import { command } from "./rig/command";
import { mountOverlay } from "./rig/overlay";
import { sharedRig } from "./rig/sharedRig";
import { sweepLeftovers } from "./rig/sweep";
import { runFolder, workspace } from "./rig/workspace";

describe("what a killed run left behind", () => {
  it("is taken away by the next run, while what belongs to a living one stays", async () => {
    const rig = sharedRig();
    // Above the largest process id that Linux gives.
    const name = "bakeline-4194999";
    const folder = path.join(workspace, "run", name);
    const [cgroup = ""] = createCgroup(`${name}/i20`);
    await command("ip", ["netns", "add", `${name}.vpc`]);
    const { root } = await mountOverlay(path.join(folder, "i-0"), rig.baseImage.layers);
    assert.ok(fs.existsSync(path.join(root, "etc/debian_version")));

    await sweepLeftovers();
    const left = [folder, cgroup, `/run/netns/${name}.vpc`].filter((each) => fs.existsSync(each));
    assert.deepEqual(left, []);
    assert.ok(!fs.readFileSync("/proc/self/mounts", "utf8").includes(name));
    assert.ok(fs.existsSync(runFolder));
  });
});
