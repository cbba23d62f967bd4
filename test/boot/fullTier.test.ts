import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Step } from "../../infra/bakeline/step";
import { targetGroupTag } from "../../infra/bootstrap/loader";
import type { UserData } from "../../infra/bootstrap/userData";
import type { Image } from "./rig/image";
import type { Instance } from "./rig/instance";
import { sharedRig } from "./rig/sharedRig";
import {
  bakeTier,
  bucket,
  hostTags,
  launchTier,
  objectKey,
  plantSessions,
  renderTier,
} from "./sessionsEstate";

const health = { port: 8080, path: "/health" };

describe("an instance of tier full", function () {
  this.timeout(600_000);
  let steps: Step[];
  let image: Image;

  before(async () => {
    steps = plantSessions(sharedRig());
    image = await bakeTier(sharedRig(), steps, "full");
  });

  const withInstance = async (
    userData: UserData,
    use: (it: Instance) => Promise<void>,
    tags: Readonly<Record<string, string>> = {},
  ) => {
    const instance = await launchTier(sharedRig(), image, userData, tags);
    try {
      await use(instance);
    } finally {
      await instance.stop();
    }
  };

  const expectAbandoned = async (instance: Instance, step: string, line: RegExp) => {
    const { aws } = sharedRig();
    const { parameters } = await aws.waitForCall(instance.id, "CompleteLifecycleAction", 60_000);
    assert.equal(parameters.LifecycleActionResult, "ABANDON");
    const event = await aws.waitForCall(instance.id, "PutLogEvents", 20_000);
    assert.equal(event.parameters.logGroupName, "/bakeline/dev/sessions");
    const message = JSON.parse(JSON.stringify(event.parameters)).logEvents[0].message;
    const report = JSON.parse(message);
    assert.equal(report.event, "abandoned");
    assert.equal(report.step, step);
    assert.match(report.lastLines.join("\n"), line);
  };

  it("abandons its launch at a step that fails, naming it with the last lines of the log", async () => {
    const failing: Step = {
      kind: "command",
      layer: "configuration",
      name: "migrate",
      run: "echo no database here; exit 3",
      unless: "false",
    };
    const userData = renderTier(sharedRig(), steps, "full", { extraSteps: [failing] });
    await withInstance(userData, (instance) =>
      expectAbandoned(
        instance,
        `step 1-${`${steps.length + 1 - 12}`.padStart(4, "0")}-command-migrate`,
        /no database here/,
      ),
    );
  });

  it("refuses an overlay that is not what the user data names, and abandons its launch", async () => {
    const rig = sharedRig();
    const dev: Step[] = [
      {
        kind: "file",
        layer: "configuration",
        path: "/etc/sessions/environment.json",
        content: { kind: "literal", text: '{ "logLevel": "tampered" }\n' },
      },
    ];
    const userData = renderTier(rig, steps, "full", { environments: { dev } });
    const overlay = userData.objects.find(({ content }) => content.includes("tampered"));
    assert.ok(overlay);
    rig.objectStore.tamper(bucket, objectKey(overlay.key));
    await withInstance(userData, async (instance) => {
      await expectAbandoned(instance, "fetch of the base script, overlays and steps", /refused: /);
      assert.equal((await instance.exec("ls /etc/sessions")).exitCode, 2);
    });
  });

  it("goes on after a power loss half-way, doing no step twice", async () => {
    const slow: Step = {
      kind: "command",
      layer: "configuration",
      name: "slow",
      run: "echo first >>/var/log/order; if mkdir /var/tmp/cut; then sync; sleep 600; fi; echo second >>/var/log/order",
      unless: "false",
    };
    const once: Step = {
      kind: "command",
      layer: "configuration",
      name: "once",
      run: "echo once >>/var/log/order",
      unless: "false",
    };
    const userData = renderTier(sharedRig(), steps, "full", { extraSteps: [once, slow] });
    await withInstance(userData, async (instance) => {
      await waitUntil(instance, "grep -qx first /var/log/order");
      await instance.loseAndRegainPower();
      await instance.waitForHealth(health);
      const { stdout } = await instance.exec("cat /var/log/order");
      assert.equal(stdout, "once\nfirst\nfirst\nsecond\n");
    });
  });

  it("boots user data whose largest part went to the bucket", async () => {
    const file: Step = {
      kind: "file",
      layer: "configuration",
      path: "/etc/large",
      content: { kind: "literal", text: randomText(40_000) },
    };
    const userData = renderTier(sharedRig(), steps, "full", { extraSteps: [file] });
    assert.ok(userData.rawBytes <= 16_384);
    await withInstance(userData, async (instance) => {
      await instance.waitForHealth(health);
      assert.equal((await instance.exec("cat /etc/large")).stdout, randomText(40_000));
    });
  });

  it("drains when a spot interruption is announced, and stops before its deadline", async () => {
    const userData = renderTier(sharedRig(), steps, "full", {
      extraSteps: [hook("undeploy", "systemctl is-active sessions >>/var/log/undeploy")],
    });
    await withInstance(userData, async (instance) => {
      await instance.waitForHealth(health);
      await sharedRig().aws.waitForCall(instance.id, "PutMetricData", 20_000);
      const deadline = Date.now() + 120_000;
      instance.record.spotInterruption = { action: "terminate", time: new Date(deadline) };
      await waitUntil(instance, '[ "$(systemctl is-active sessions)" = inactive ]');
      assert.ok(Date.now() < deadline);
      const { parameters } = await sharedRig().aws.waitForCall(instance.id, "DeregisterTargets", 20_000);
      assert.equal(parameters.TargetGroupArn, hostTags["bakeline:target-group"]);
      assert.match((await instance.exec("journalctl -u sessions")).stdout, /drained 0 sessions/);
      assert.equal((await instance.exec("cat /var/log/undeploy")).stdout, "active\n");
    });
  });

  it("leaves its target group and drains when a rebalance is recommended, before any notice comes", async () => {
    const targetGroupArn =
      "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/sessions/0123456789abcdef";
    const tags = { [targetGroupTag]: targetGroupArn };
    await withInstance(
      renderTier(sharedRig(), steps, "full"),
      async (instance) => {
        const { aws } = sharedRig();
        await instance.waitForHealth(health);
        await aws.waitForCall(instance.id, "PutMetricData", 20_000);
        instance.record.rebalanceRecommendation = { noticeTime: new Date() };
        const { parameters } = await aws.waitForCall(instance.id, "DeregisterTargets", 30_000);
        assert.deepEqual(parameters, {
          Version: "2015-12-01",
          TargetGroupArn: targetGroupArn,
          "Targets.member.1.Id": instance.id,
        });
        await waitUntil(instance, '[ "$(systemctl is-active sessions)" = inactive ]');
        assert.match((await instance.exec("journalctl -u sessions")).stdout, /drained 0 sessions/);
        const event = await aws.waitForCall(instance.id, "PutLogEvents", 5_000);
        assert.match(JSON.stringify(event.parameters), /\\"event\\": \\"drain\\"/);
      },
      tags,
    );
  });

  it("runs the hooks of each lifecycle event once, and those of its end not at a reboot", async () => {
    const events = ["shutdown", "undeploy", "deploy", "configure", "setup"];
    const extraSteps = events.map((event) => hook(event, `echo ${event} >>/var/log/events; sync`));
    await withInstance(renderTier(sharedRig(), steps, "full", { extraSteps }), async (instance) => {
      await sharedRig().aws.waitForCall(instance.id, "PutMetricData", 60_000);
      await waitUntil(instance, "systemctl is-active --quiet bakeline-end");
      await instance.reboot();
      await instance.waitForHealth(health);
      await instance.waitForCloudInit();
      assert.equal((await instance.exec("cat /var/log/events")).stdout, "setup\nconfigure\ndeploy\n");
      await instance.exec("systemctl stop bakeline-end");
      await instance.exec("systemctl restart bakeline-end; systemctl stop bakeline-end");
      assert.equal(
        (await instance.exec("cat /var/log/events")).stdout,
        "setup\nconfigure\ndeploy\nundeploy\nshutdown\n",
      );
    });
  });

  it("keeps the metadata service to root and named users", async () => {
    await withInstance(renderTier(sharedRig(), steps, "full"), async (instance) => {
      await instance.waitForHealth(health);
      const ask = (user: string) =>
        instance.exec(
          `setpriv --reuid=${user} --clear-groups curl -s -m 2 -o /dev/null -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token`,
        );
      assert.equal((await ask("root")).exitCode, 0);
      assert.equal((await ask("sessions")).exitCode, 0);
      assert.notEqual((await ask("nobody")).exitCode, 0);
    });
  });
});

/** A step that writes the hook of a lifecycle event. */
function hook(event: string, command: string): Step {
  return {
    kind: "file",
    layer: "configuration",
    path: `/etc/bakeline/hooks/${event}.d/10-note`,
    mode: "0755",
    content: { kind: "literal", text: `#!/bin/sh\n${command}\n` },
  };
}

/** @throws Error when the guest does not get there within a minute. */
async function waitUntil(instance: Instance, condition: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    const result = await instance.exec(condition).catch(() => undefined);
    if (result?.exitCode === 0) return;
  }
  throw new Error(`${instance.id}: not within a minute: ${condition}`);
}

/** Text that does not compress, the same at every run. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 94));
  }).join("");
}
