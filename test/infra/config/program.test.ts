import assert from "node:assert/strict";
import { getStack, RunError, runtime } from "@pulumi/pulumi";
import { readStackConfig } from "../../../infra/config/program";
import { loadStackFile } from "../../../infra/config/stackFile";
import { engineValuesOf } from "./anyConfig";
import { stackFile } from "./editedStackFile";

const dev = loadStackFile(stackFile("dev"), { workloadNames: ["web"] });
const before = runtime.allConfig();
const secretKeysBefore = process.env.PULUMI_CONFIG_SECRET_KEYS;

/** As the language host starts a program. */
function startWith(values: Record<string, string>, secretKeys?: readonly string[]): void {
  runtime.setAllConfig(values);
  if (secretKeys === undefined) delete process.env.PULUMI_CONFIG_SECRET_KEYS;
  else process.env.PULUMI_CONFIG_SECRET_KEYS = JSON.stringify(secretKeys);
}

function refusal(): string {
  try {
    readStackConfig({ workloadNames: ["web"] });
  } catch (error) {
    if (error instanceof RunError) return error.message;
    throw error;
  }
  return assert.fail("the config was accepted");
}

describe("readStackConfig", () => {
  afterEach(() => {
    runtime.setAllConfig(before);
    if (secretKeysBefore === undefined) delete process.env.PULUMI_CONFIG_SECRET_KEYS;
    else process.env.PULUMI_CONFIG_SECRET_KEYS = secretKeysBefore;
  });

  it("reads what the stack file says from the running program's config", () => {
    startWith(engineValuesOf(dev));
    assert.deepEqual(readStackConfig({ workloadNames: ["web"] }), dev);
  });

  it("sees a key that no part of the program would ever read", () => {
    startWith({ ...engineValuesOf(dev), "bakeline:netwrok": "{}" });
    assert.equal(
      refusal(),
      `Pulumi.${getStack()}.yaml: bakeline:netwrok: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a string of 2 characters); remove it, bakeline:network is there already`,
    );
  });

  it("does not quote what the engine decrypted", () => {
    const values = { ...engineValuesOf(dev), "bakeline:notifications": JSON.stringify({ email: "hunter2" }) };
    startWith(values, ["bakeline:notifications"]);
    assert.equal(
      refusal(),
      `Pulumi.${getStack()}.yaml: bakeline:notifications.email: expected an e-mail address, got a string of 7 characters; write name@domain, or leave it out`,
    );
  });
});
