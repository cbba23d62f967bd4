import assert from "node:assert/strict";
import type { Step } from "../../infra/bakeline/step";
import { type Tier, tiers } from "../../infra/bakeline/tier";
import type { Image } from "./rig/image";
import type { Instance } from "./rig/instance";
import { sharedRig } from "./rig/sharedRig";
import { bakeTier, hostTags, launchTier, plantSessions, renderTier, secret } from "./sessionsEstate";

const health = { port: 8080, path: "/health" };

/** What each tier fetches from the bucket besides the base script, overlays and steps. */
const releases: Record<Tier, readonly string[]> = {
  base: ["agents/amazon-cloudwatch-agent.deb", "agents/amazon-ssm-agent.deb", "sessions/1.4.2.tar.gz"],
  foundational: ["sessions/1.4.2.tar.gz"],
  full: [],
};

const isDigest = (key: string) => /^sessions\/[0-9a-f]{64}$/.test(key);

describe("a workload booted from each tier", function () {
  this.timeout(600_000);
  let steps: Step[];
  const images = new Map<Tier, Image>();
  const imageOf = (tier: Tier): Image => images.get(tier) ?? sharedRig().baseImage;

  before(async () => {
    const rig = sharedRig();
    steps = plantSessions(rig);
    for (const tier of tiers) images.set(tier, await bakeTier(rig, steps, tier));
  });

  for (const tier of tiers)
    describe(`tier ${tier}`, () => {
      let instance: Instance;

      before(async () => {
        const rig = sharedRig();
        instance = await launchTier(rig, imageOf(tier), renderTier(rig, steps, tier));
      });

      after(() => instance.stop());

      it("answers its health check with its own id, its overlay's setting and its secret", async () => {
        const { body, readyMs } = await instance.waitForHealth(health);
        console.log(`      ${tier}: ready after ${readyMs} ms`);
        assert.deepEqual(JSON.parse(body), {
          instanceId: instance.id,
          environment: "dev",
          logLevel: "debug",
          keyBytes: Buffer.byteLength(secret),
          sessions: 0,
        });
      });

      it("completes its launch and publishes its lag, by workload and tier", async () => {
        const { aws } = sharedRig();
        const { parameters } = await aws.waitForCall(instance.id, "CompleteLifecycleAction", 20_000);
        assert.deepEqual(parameters, {
          Version: "2011-01-01",
          InstanceId: instance.id,
          LifecycleActionResult: "CONTINUE",
          LifecycleHookName: "ready",
          AutoScalingGroupName: hostTags["aws:autoscaling:groupName"],
        });
        const metric = (await aws.waitForCall(instance.id, "PutMetricData", 20_000)).parameters;
        assert.equal(metric["MetricData.member.1.MetricName"], "ReadyForServiceLag");
        assert.ok(Number(metric["MetricData.member.1.Value"]) > 0);
        assert.equal(metric["MetricData.member.1.Dimensions.member.1.Value"], "sessions");
        assert.equal(metric["MetricData.member.1.Dimensions.member.2.Value"], tier);
      });

      it("downloads what its tier says, and nothing else", () => {
        const { objectStore, packages } = sharedRig();
        const keys = objectStore.requestsOf(instance.id).map(({ key }) => key);
        assert.deepEqual(keys.filter((key) => !isDigest(key)).toSorted(), releases[tier]);
        // base: base script, foundation, two overlays. The other images hold the base script.
        assert.equal(keys.filter(isDigest).length, tier === "base" ? 4 : 2);
        assert.equal(packages.requestsOf(instance.ip).length > 0, tier === "base");
      });

      it("keeps the secret from user data, logs and the environment, in a file for its owner alone", async () => {
        const { console: text, cloudInit, cloudInitOutput } = instance.logs();
        const { stdout } = await instance.exec(
          "cat /var/log/bakeline-boot.log /etc/bakeline/environment; stat -c %U:%a /etc/sessions/session-key",
        );
        for (const log of [text, cloudInit, cloudInitOutput, stdout]) assert.ok(!log.includes("battery"));
        assert.match(stdout, /^sessions:400$/m);
        assert.equal((await instance.exec("cat /etc/sessions/session-key")).stdout, secret);
      });

      it("has a cloud-config that cloud-init's own schema takes", async () => {
        const check = `python3 - <<'END' && cloud-init schema --config-file /tmp/cloud-config
import email, gzip
data = open("/var/lib/cloud/instance/user-data.txt", "rb").read()
data = gzip.decompress(data) if data[:2] == b"\\x1f\\x8b" else data
for part in email.message_from_string(data.decode()).walk():
    if part.get_content_type() == "text/cloud-config":
        open("/tmp/cloud-config", "wb").write(part.get_payload(decode=True))
END`;
        const { exitCode, stdout, stderr } = await instance.exec(check);
        assert.equal(exitCode, 0, stdout + stderr);
      });

      it("asks nothing of the first version of the metadata service", async () => {
        await instance.waitForCloudInit();
        const asked = sharedRig().metadata.requestsOf(instance.id);
        assert.deepEqual(
          asked.filter(({ version }) => version === "v1"),
          [],
        );
      });
    });
});
