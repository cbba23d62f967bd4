import assert from "node:assert/strict";
import type { Step } from "../../infra/bakeline/step";
import { renderUserData } from "../../infra/bootstrap/userData";
import { healthService } from "../../infra/hosts/healthService";
import { interfaceSteps } from "../../infra/hosts/interfaceSteps";
import { tryCommand } from "./rig/command";
import type { Instance } from "./rig/instance";
import { sharedRig } from "./rig/sharedRig";
import { addresses } from "./rig/vpc";
import { rigName } from "./rig/workspace";
import { bucket } from "./sessionsEstate";

const port = 8080;

describe("a dual-homed host, in a network that checks where packets come from", function () {
  this.timeout(300_000);

  describe("with its rules for replies", () => {
    let instance: Instance;
    before(async () => {
      instance = await boot([
        ...healthService(port, "true"),
        ...interfaceSteps([{ deviceIndex: 1, cidrBlock: "192.0.2.0/24" }]),
      ]);
    });
    after(() => instance?.stop());

    it("answers from outside at each address, through the interface that has it", async () => {
      assert.deepEqual(await answersFromOutside(instance.ip), { exitCode: 0, body: instance.id });
      assert.deepEqual(await answersFromOutside(secondOf(instance)), { exitCode: 0, body: instance.id });
    });

    it("reaches what its routes name through the second interface", async () => {
      const { stdout } = await instance.exec("ip route get 192.0.2.10");
      assert.match(stdout, /^192\.0\.2\.10 via 10\.77\.2\.1 dev ens6 src 10\.77\.2\.\d+ /);
    });

    it("still does after a reboot", async () => {
      await instance.reboot();
      await instance.waitForHealth({ port, path: "/health" });
      await until(async () => (await answersFromOutside(secondOf(instance))).exitCode === 0);
      assert.deepEqual(await answersFromOutside(secondOf(instance)), { exitCode: 0, body: instance.id });
    });
  });

  describe("without them", () => {
    let instance: Instance;
    before(async () => {
      instance = await boot(healthService(port, "true"));
    });
    after(() => instance?.stop());

    it("answers at the first address, and is never heard at the second", async () => {
      assert.deepEqual(await answersFromOutside(instance.ip), { exitCode: 0, body: instance.id });
      // curl's code for a time-out: the reply left by the first interface, and was dropped.
      assert.deepEqual(await answersFromOutside(secondOf(instance)), { exitCode: 28, body: "" });
    });
  });

  async function boot(steps: readonly Step[]): Promise<Instance> {
    const rig = sharedRig();
    const { userData, objects } = renderUserData({
      facts: {
        workload: "app",
        stack: "dev",
        tier: "base",
        operatingSystem: "debian",
        port,
        healthCheckPath: "/health",
        logGroupName: "/bakeline/dev/app",
        bucket,
      },
      boot: steps,
      roles: { app: [] },
      environments: { dev: [] },
    });
    for (const { key, content } of objects) rig.objectStore.put(bucket, `app/${key}`, content);
    const instance = await rig.launch({
      image: rig.baseImage,
      userData: Buffer.from(userData, "base64"),
      tags: { Name: "dual-homed", role: "app", environment: "dev" },
      dualHomed: true,
    });
    await instance.waitForHealth({ port, path: "/health" });
    // Not by the log, whose last line may be lost when the unit ends before the process that writes it.
    const isDone =
      "[ -e /var/lib/bakeline/instances/*/complete ] && ! systemctl is-active --quiet bakeline-boot";
    await until(async () => (await instance.exec(isDone)).exitCode === 0);
    return instance;
  }

  function secondOf({ record }: Instance): string {
    assert.ok(record.second !== undefined);
    return record.second.ip;
  }

  /** From an address of neither subnet, so that the reply needs a route. */
  async function answersFromOutside(ip: string): Promise<{ exitCode: number; body: string }> {
    const curl = [
      "curl",
      "-s",
      "-m",
      "3",
      "--interface",
      addresses.awsEndpoint.host,
      `http://${ip}:${port}/health`,
    ];
    const { exitCode, stdout } = await tryCommand("ip", ["netns", "exec", `${rigName}.vpc`, ...curl]);
    return { exitCode, body: stdout };
  }

  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 200) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.fail("waited a minute");
  }
});
