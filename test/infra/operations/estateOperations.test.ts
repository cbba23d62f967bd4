import assert from "node:assert/strict";
import { recordEstate, recordStack, stackConfigOf } from "../recordEstate";
import { type RecordedEstate, valueAt } from "../recordedEstate";

describe("operations", () => {
  let dev: RecordedEstate;
  before(async () => {
    dev = await recordStack("dev");
  });

  it("keep no log group without an end", () => {
    assert.deepEqual(
      dev
        .all("LogGroup")
        .map(({ inputs }) => [inputs.name, inputs.retentionInDays])
        .sort(),
      [
        ["/aws/rds/cluster/dev-billing/error", 14],
        ["/aws/rds/cluster/dev-billing/slowquery", 14],
        ["/aws/rds/cluster/dev-reports/postgresql", 14],
        ["/aws/rds/instance/dev-orders/postgresql", 14],
        ["/aws/rds/instance/dev-orders/upgrade", 14],
        ["/bakeline/dev/network/flow-logs", 14],
        ["/bakeline/dev/stores/catalog/slow-log", 14],
        ["/bakeline/dev/web", 14],
        ["/bakeline/dev/worker", 14],
      ],
    );
  });

  it("keep no log group without a key of ours", () => {
    for (const { inputs } of dev.all("LogGroup"))
      assert.match(String(inputs.kmsKeyId), /^arn:aws:kms:eu-west-1:\d{12}:key\//);
  });

  it("rotate every key", () => {
    assert.deepEqual(
      dev
        .all("Key")
        .map(({ name, inputs }) => [name, inputs.enableKeyRotation])
        .sort(),
      [
        ["logs", true],
        ["notifications", true],
        ["stores", true],
      ],
    );
  });

  it("say when an alarm is raised, and when it is over", () => {
    const alarms = dev.all("MetricAlarm");
    assert.ok(alarms.length > 2);
    for (const { inputs } of alarms) {
      assert.deepEqual(inputs.okActions, inputs.alarmActions);
      assert.match(String(valueAt(inputs.alarmActions, 0)), /^arn:aws:sns:eu-west-1:\d{12}:notifications-/);
    }
  });

  it("take silence for a fault where instances are counted, and for calm where their load is", () => {
    assert.equal(dev.named("MetricAlarm", "web-unhealthy-hosts").treatMissingData, "breaching");
    assert.equal(dev.named("MetricAlarm", "web-cpu-high").treatMissingData, "notBreaching");
  });

  it("subscribe the address of the stack, and nobody where there is none", async () => {
    assert.equal(dev.only("TopicSubscription").endpoint, "ops-dev@example.com");
    const config = { ...stackConfigOf("dev"), notifications: {} };
    assert.deepEqual((await recordEstate({ stack: "dev", config })).all("TopicSubscription"), []);
  });
});
