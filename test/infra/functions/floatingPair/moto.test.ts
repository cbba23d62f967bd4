import assert from "node:assert/strict";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { dynamoLease } from "../../../../infra/functions/floatingPair/dynamoLease";
import { ec2Interface } from "../../../../infra/functions/floatingPair/ec2Interface";
import { Member } from "../../../../infra/functions/floatingPair/member";
import type { Clock, LeaseStore } from "../../../../infra/functions/floatingPair/ports";
import { planPairSettings, takeoverBoundMs } from "../../../../infra/functions/floatingPair/settings";
import { MotoAccount } from "../moto/account";

describe("a floating pair on moto's account", function () {
  this.timeout(240_000);
  let account: MotoAccount;
  let store: LeaseStore;
  let pairs = 0;

  before(async function () {
    const opened = await MotoAccount.open();
    if (opened === undefined) return this.skip();
    account = opened;
    await account.dynamo.send(
      new CreateTableCommand({
        TableName: "leases",
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "pair", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pair", KeyType: "HASH" }],
      }),
    );
  });
  after(async () => {
    if (account !== undefined) await account.close();
  });
  beforeEach(() => {
    account.faults.reset();
    store = dynamoLease({ client: account.dynamo, tableName: "leases", pair: `broker-${++pairs}` });
  });

  describe("the lease", () => {
    it("is nobody's before the first acquires it, with token 1", async () => {
      assert.equal(await store.read(), undefined);
      const lease = { owner: "i-1", token: 1, beat: 0 };
      assert.deepEqual(await store.acquire(undefined, "i-1"), lease);
      assert.deepEqual(await store.read(), lease);
    });

    it("goes to one of two that ask at once", async () => {
      const answers = await Promise.all([store.acquire(undefined, "i-1"), store.acquire(undefined, "i-2")]);
      assert.equal(answers.filter((answer) => answer === undefined).length, 1);
    });

    it("is renewed by who has it, and by nobody who had it", async () => {
      const first = await store.acquire(undefined, "i-1");
      assert.ok(first !== undefined);
      const second = await store.acquire(first, "i-2");
      assert.deepEqual(second, { owner: "i-2", token: 2, beat: 0 });
      assert.equal(await store.renew(first), undefined);
      assert.ok(second !== undefined);
      assert.deepEqual(await store.renew(second), { owner: "i-2", token: 2, beat: 1 });
    });

    it("keeps its token when it is given up, so that the next is greater", async () => {
      const first = await store.acquire(undefined, "i-1");
      assert.ok(first !== undefined);
      const released = await store.release(first);
      assert.deepEqual(released, { owner: "", token: 1, beat: 1 });
      assert.deepEqual(await store.acquire(released, "i-2"), { owner: "i-2", token: 2, beat: 0 });
    });

    it("outlasts a throttled write", async () => {
      account.faults.plan("PutItem", "throttled");
      assert.deepEqual(await store.acquire(undefined, "i-1"), { owner: "i-1", token: 1, beat: 0 });
      assert.equal(account.faults.callsOf("PutItem"), 2);
    });

    it("is not given twice when a write is delivered twice, nor when its answer is lost", async () => {
      account.faults.plan("PutItem", "deliveredTwice");
      assert.equal(await store.acquire(undefined, "i-1"), undefined);
      const own = await store.read();
      assert.deepEqual(own, { owner: "i-1", token: 1, beat: 0 });
      account.faults.plan("PutItem", "answerLost");
      assert.equal(await store.acquire(own, "i-1"), undefined);
      assert.deepEqual(await store.read(), { owner: "i-1", token: 2, beat: 0 });
    });
  });

  describe("the interface", () => {
    it("is attached, found, and detached by force", async () => {
      const { floating, instances } = await pair();
      assert.equal(await floating.find(), undefined);
      await floating.attach(instances[0]);
      const attachment = await floating.find();
      assert.equal(attachment?.instanceId, instances[0]);
      assert.equal(attachment?.state, "attached");
      await floating.detach(attachment?.attachmentId ?? "");
      assert.equal(await floating.find(), undefined);
    });

    it("is not taken back by who detaches an attachment of before", async () => {
      const { floating, instances } = await pair();
      await floating.attach(instances[0]);
      const old = await floating.find();
      await floating.detach(old?.attachmentId ?? "");
      await floating.attach(instances[1]);
      await floating.detach(old?.attachmentId ?? "");
      assert.equal((await floating.find())?.instanceId, instances[1]);
    });

    it("is not attached to an instance that does not exist", async () => {
      const { floating } = await pair();
      await assert.rejects(() => floating.attach("i-0123456789abcdef0"), {
        name: "InvalidInstanceID.NotFound",
      });
    });

    it("comes free when its instance ends, with the same MAC and address for the next", async () => {
      const { floating, instances, eni } = await pair();
      await floating.attach(instances[0]);
      await account.terminate(instances[0]);
      const left = await floating.find();
      if (left !== undefined) await floating.detach(left.attachmentId);
      await floating.attach(instances[1]);
      assert.deepEqual(await account.describeInterface(eni.id), { ...eni, instanceId: instances[1] });
    });
  });

  describe("its members", () => {
    it("begin with one active; the other takes the interface over when that one is gone, faults on the way included", async () => {
      const { floating, instances, eni } = await pair();
      const begun: string[] = [];
      const [first, second] = instances.map((instanceId) => member(instanceId, floating, begun));
      assert.ok(first !== undefined && second !== undefined);
      await untilBegun(begun, 1, [first]);
      assert.deepEqual(begun, [`${instances[0]} 1`]);

      await account.terminate(instances[0]);
      account.faults.plan("GetItem", "throttled", "answerLost");
      account.faults.plan("PutItem", "throttled");
      account.faults.plan("DetachNetworkInterface", "answerLost", "deliveredTwice");
      account.faults.plan("AttachNetworkInterface", "throttled", "answerLost");
      const started = performance.now();
      await untilBegun(begun, 2, [second]);
      const took = performance.now() - started;
      assert.deepEqual(begun, [`${instances[0]} 1`, `${instances[1]} 2`]);
      assert.ok(took < takeoverBoundMs(settings), `${took} ms`);
      console.log(`        took over in ${Math.round(took)} ms, with a lease of ${settings.leaseMs} ms`);
      assert.deepEqual(await account.describeInterface(eni.id), { ...eni, instanceId: instances[1] });
    });

    it("lose nothing to a process that ends between two calls: the next one goes on where it was", async () => {
      const { floating, instances } = await pair();
      const begun: string[] = [];
      const cutOff = member(instances[0], { ...floating, attach: () => new Promise(() => {}) }, begun);
      // Has the lease, and will never come to attach the interface.
      void cutOff.tick();
      await until(async () => (await store.read())?.owner === instances[0]);
      await untilBegun(begun, 1, [member(instances[0], floating, begun)]);
      assert.deepEqual(begun, [`${instances[0]} 2`]);
    });
  });

  // Short, so that the test is; the shape of the stack's own.
  const settings = { ...planPairSettings(15, 3), leaseMs: 2_000, renewMs: 400, tickMs: 100, stopMs: 200 };

  const clock: Clock = {
    now: () => performance.now(),
    at(time, callback) {
      const timer = setTimeout(callback, time - performance.now());
      timer.unref();
      return () => clearTimeout(timer);
    },
  };

  function member(instanceId: string, floating: ReturnType<typeof ec2Interface>, begun: string[]): Member {
    const host = {
      isHealthy: async () => true,
      begin: (token: number) => void begun.push(`${instanceId} ${token}`),
      end: () => {},
    };
    return new Member({ instanceId, settings, store, floating, host, clock, report: () => {} });
  }

  async function pair() {
    const [subnetId] = account.subnetIds;
    const eni = await account.createInterface(subnetId);
    const instances = [await account.launch(subnetId), await account.launch(subnetId)] as const;
    return {
      eni,
      instances,
      floating: ec2Interface({ client: account.ec2, interfaceId: eni.id, deviceIndex: 1 }),
    };
  }

  async function untilBegun(
    begun: readonly string[],
    count: number,
    members: readonly Member[],
  ): Promise<void> {
    await until(async () => {
      for (const one of members) await one.tick();
      return begun.length >= count;
    });
  }

  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += settings.tickMs) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, settings.tickMs));
    }
    assert.fail("waited a minute");
  }
});
