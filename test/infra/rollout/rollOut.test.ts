import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type AutoScaling, awsAutoScaling } from "../../../infra/rollout/awsAutoScaling";
import { type RolloutRequest, rollOut, type Watch } from "../../../infra/rollout/rollOut";
import { type Endpoint, serveEndpoint } from "../../../sandbox/account/endpoint/serve";
import { openFileLedger } from "../../../sandbox/account/fileLedger";
import type { Ledger } from "../../../sandbox/account/ledger";
import { tokens } from "../../../sandbox/account/types/tokens";

const groupName = "web-1a2b3c4";
const launchTemplateId = "lt-0123456789abcdef0";

describe("a rollout, with the AWS SDK on the simulated account", () => {
  let folder: string;
  let ledger: Ledger;
  let endpoint: Endpoint;
  let autoScaling: AutoScaling;
  let now = 0;
  let neverReady: string[] = [];
  let said: string[] = [];

  const watch: Watch = {
    // Each time it is asked, a minute has passed.
    pause: async () => {
      now += 60_000;
    },
    report: (sentence) => said.push(sentence),
  };
  const request = (changes: Partial<RolloutRequest> = {}): RolloutRequest => ({
    groupName,
    launchTemplateId,
    version: "2",
    strategy: {
      minHealthyPercentage: 100,
      maxHealthyPercentage: 150,
      checkpointPercentages: [50],
      checkpointDelaySeconds: 600,
      bakeSeconds: 120,
      warmupSeconds: 30,
    },
    ...changes,
  });
  const groupVersion = () => {
    const template = ledger.find(tokens.autoScalingGroup, groupName)?.properties.launchTemplate;
    return JSON.parse(JSON.stringify(template)).version;
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "bakeline-rollout-"));
    ledger = openFileLedger(path.join(folder, "prod"));
    const template = { id: launchTemplateId, name: "web-9f8e7d6", version: "1" };
    ledger.put(
      {
        token: tokens.launchTemplate,
        id: launchTemplateId,
        properties: { name: "web-9f8e7d6", latestVersion: 3 },
      },
      "create",
    );
    ledger.put(
      {
        token: tokens.autoScalingGroup,
        id: groupName,
        properties: { desiredCapacity: 4, minSize: 2, maxSize: 10, launchTemplate: template },
      },
      "create",
    );
    [now, neverReady, said] = [Date.parse("2026-01-01T00:00:00Z"), [], []];
    const world = {
      now: () => now,
      secondsPerSecond: 1,
      becomesReady: (_: string, version: string) => !neverReady.includes(version),
    };
    endpoint = await serveEndpoint({ ledgers: folder, world });
    autoScaling = awsAutoScaling({
      region: "eu-west-1",
      endpoint: `${endpoint.url}/prod/eu-west-1`,
      credentials: { accessKeyId: "simulated", secretAccessKey: "simulated" },
    });
  });

  afterEach(() => {
    endpoint.close();
    rmSync(folder, { recursive: true });
  });

  it("ends when every instance runs the version, and the group with them", async () => {
    await rollOut(request(), autoScaling, watch);
    assert.deepEqual(await autoScaling.describeGroup(groupName), {
      template: { launchTemplateId, version: "2" },
      instanceVersions: ["2", "2", "2", "2"],
    });
    assert.equal(groupVersion(), "2");
  });

  it("tells how far it is, each change once", async () => {
    await rollOut(request(), autoScaling, watch);
    assert.deepEqual(said, [
      "web-1a2b3c4: version 2: InProgress, 0 %",
      "web-1a2b3c4: version 2: InProgress, 50 %",
      "web-1a2b3c4: version 2: InProgress, 100 %",
      "web-1a2b3c4: version 2: Baking, 100 %",
      "web-1a2b3c4: version 2: Successful, 100 %",
    ]);
  });

  it("fails when the version never becomes ready, with every instance on the old one", async () => {
    neverReady = ["2"];
    await assert.rejects(rollOut(request(), autoScaling, watch), {
      message:
        "web-1a2b3c4: version 2 was not rolled out: RollbackSuccessful: a replacement was abandoned by the launch hook after 3600 s. " +
        "The group is on version 1; its instances: 4 on version 1. " +
        "Mend what made instances fail (log group, stream boot/<instance id>) and run the update again.",
    });
    assert.equal(groupVersion(), "1");
  });

  it("can be tried again after it failed, with what was mended", async () => {
    neverReady = ["2"];
    await assert.rejects(rollOut(request(), autoScaling, watch));
    await rollOut(request({ version: "3" }), autoScaling, watch);
    assert.equal(groupVersion(), "3");
  });

  it("takes the first version of another template for what it is", async () => {
    const other = "lt-0fedcba9876543210";
    ledger.put(
      { token: tokens.launchTemplate, id: other, properties: { name: "web-0000000", latestVersion: 1 } },
      "create",
    );
    await rollOut(request({ launchTemplateId: other, version: "1" }), autoScaling, watch);
    const { template } = await autoScaling.describeGroup(groupName);
    assert.deepEqual(template, { launchTemplateId: other, version: "1" });
  });

  it("starts nothing when the group is on the version already", async () => {
    await rollOut(request({ version: "1" }), autoScaling, watch);
    assert.equal(await autoScaling.describeRefresh(groupName), undefined);
  });

  it("waits for the refresh that an interrupted update began, and starts no second", async () => {
    const started = await autoScaling.startRefresh(request());
    await rollOut(request(), autoScaling, watch);
    assert.deepEqual({ id: (await autoScaling.describeRefresh(groupName))?.id }, started);
  });

  it("does not follow a refresh to another version, and says which one is in the way", async () => {
    await autoScaling.startRefresh(request());
    now += 1000;
    await assert.rejects(rollOut(request({ version: "3" }), autoScaling, watch), {
      message:
        "web-1a2b3c4: expected no other instance refresh, got one to version 2 (InProgress, 0 %); " +
        "wait for it, or `npm run rollout -- undo`, then roll out version 3 again",
    });
  });

  it("is told, not stopped, when somebody else was first between two of its calls", async () => {
    await autoScaling.startRefresh(request());
    assert.equal(await autoScaling.startRefresh(request()), "alreadyRefreshing");
  });

  it("fails an update whose rollout an operator undoes meanwhile", async () => {
    let asked = 0;
    const undone: Watch = {
      ...watch,
      pause: async () => {
        await watch.pause();
        asked += 1;
        if (asked === 3) await autoScaling.rollBack(groupName);
      },
    };
    await assert.rejects(rollOut(request(), autoScaling, undone), /rolled back by RollbackInstanceRefresh/);
    assert.equal(groupVersion(), "1");
  });

  it("is refused by AWS when nothing is there to undo", async () => {
    await assert.rejects(autoScaling.rollBack(groupName), {
      name: "ActiveInstanceRefreshNotFoundFault",
    });
  });

  it("says that a group is not there", async () => {
    await assert.rejects(rollOut(request({ groupName: "gone" }), autoScaling, watch), {
      message: "gone: there is no such Auto Scaling group",
    });
  });
});
