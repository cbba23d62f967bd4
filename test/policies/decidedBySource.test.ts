import assert from "node:assert/strict";
import type { Heard } from "../../policies/decodeOnly";
import { encryption } from "../../policies/encryption/pack";
import { topicEncrypted } from "../../policies/encryption/rules/topicEncrypted";
import { Session } from "../../policies/session";
import { readPolicySettings } from "../../policies/settings";
import { exampleDay } from "./exampleContext";
import { asRuleSees, withUnknown } from "./unknownValues";

const topic = {
  type: "aws:sns/topic:Topic",
  name: "orders",
  urn: "urn:pulumi:dev::shop::aws:sns/topic:Topic::orders",
};

/** What is said of a topic whose key is not known yet, at once and at the end. */
function previewTopic(keyComputedFrom: readonly string[], isPreview = true): readonly string[] {
  const entry = { ...topic, computedFrom: { kmsMasterKeyId: keyComputedFrom } };
  const heard: Heard = { stack: new Map([[topic.urn, entry]]), judged: new Set(), levels: new Map() };
  const settings = readPolicySettings({ PULUMI_DRY_RUN: String(isPreview) });
  const session = new Session([encryption], settings, heard, exampleDay);
  const properties = asRuleSees(withUnknown({}, ["kmsMasterKeyId"]));
  const atOnce = session.judge(topicEncrypted, encryption, { ...topic, protect: false, properties });
  return [...atOnce, ...session.end(encryption, [])].map(({ message }) => message);
}

describe("a rule that asks for a key, where the key is not known yet", () => {
  it("is content with one of the same stack", () => {
    assert.deepEqual(
      previewTopic(["urn:pulumi:dev::shop::bakeline:state:EncryptionKey$aws:kms/key:Key::orders"]),
      [],
    );
    assert.deepEqual(previewTopic(["urn:pulumi:dev::shop::aws:kms/alias:Alias::orders"]), []);
  });

  it("waits for the update where the value comes from anything else", () => {
    const [said, ...more] = previewTopic([
      "urn:pulumi:dev::shop::aws:ssm/parameter:Parameter::aws:kms/key:Key",
    ]);
    assert.match(said ?? "", /^could not be decided: kmsMasterKeyId is/);
    assert.deepEqual(more, []);
  });

  it("says so at once in an update, where nothing is left to wait for", () => {
    assert.match(previewTopic([], false)[0] ?? "", /^could not be decided: kmsMasterKeyId is/);
  });
});
