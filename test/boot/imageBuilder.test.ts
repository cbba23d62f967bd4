import assert from "node:assert/strict";
import { ComponentStepError } from "./rig/componentExecutor";
import type { Image } from "./rig/image";
import { sharedRig } from "./rig/sharedRig";

interface StepText {
  readonly name: string;
  readonly commands: readonly string[];
}

/** JSON is YAML. */
function renderDocument(name: string, phases: Readonly<Record<string, readonly StepText[]>>): string {
  return JSON.stringify({
    name,
    schemaVersion: "1.0",
    phases: Object.entries(phases).map(([phase, steps]) => ({
      name: phase,
      steps: steps.map((step) => ({
        name: step.name,
        action: "ExecuteBash",
        inputs: { commands: step.commands },
      })),
    })),
  });
}

describe("an image baked from component documents", () => {
  it("holds what the build phase wrote, validated there and tested on an instance booted from it", async () => {
    const rig = sharedRig();
    const document = renderDocument("greeting", {
      build: [
        {
          name: "Write",
          commands: ["greeting=hello", "install -d /opt/app", "echo $greeting >/opt/app/greeting"],
        },
        { name: "Enable", commands: ["systemctl enable ssh.service"] },
      ],
      validate: [{ name: "Check", commands: ["grep -x hello /opt/app/greeting"] }],
      test: [
        { name: "Booted", commands: ["systemctl is-active ssh.service", "grep -x hello /opt/app/greeting"] },
      ],
    });
    const image = await rig.bake({ name: "greeting", parent: rig.baseImage, documents: [document] });
    assert.equal(image.layers.length, rig.baseImage.layers.length + 1);
    const instance = await rig.launch({ image });
    try {
      await instance.waitForCloudInit();
      const { stdout } = await instance.exec(
        "cat /opt/app/greeting; ls /etc/resolv.conf /usr/sbin/policy-rc.d",
      );
      assert.equal(stdout, "hello\n/etc/resolv.conf\n");
      assert.equal((await instance.exec("cloud-init query instance_id")).stdout, `${instance.id}\n`);
    } finally {
      await instance.stop();
    }
  });

  for (const phase of ["build", "validate", "test"]) {
    it(`is not made when a ${phase} step fails, and the step is named`, async () => {
      const rig = sharedRig();
      const write = { name: "Write", commands: ["echo first"] };
      const fail = { name: "Refuse", commands: ["echo not this one >&2", "exit 7"] };
      const phases = phase === "build" ? { build: [write, fail] } : { build: [write], [phase]: [fail] };
      const bake = (): Promise<Image> =>
        rig.bake({ name: "failing", parent: rig.baseImage, documents: [renderDocument("app", phases)] });
      const isExpected = (error: unknown) => {
        assert.ok(error instanceof ComponentStepError);
        assert.equal(error.message, `app: ${phase} step Refuse: exit code 7\n\nnot this one`);
        return true;
      };
      await assert.rejects(bake, isExpected);
      await assert.rejects(bake, isExpected, "nothing of a failed bake may be kept");
    });
  }

  it("is not made from a document with an action that is not executed here", async () => {
    const rig = sharedRig();
    const document = renderDocument("app", { build: [{ name: "Write", commands: [] }] });
    const other = document.replace("ExecuteBash", "SetRegistry");
    await assert.rejects(
      () => rig.bake({ name: "failing", parent: rig.baseImage, documents: [other] }),
      /expected "ExecuteBash"\n.*phases\[0\]\.steps\[0\]\.action/,
    );
  });
});
