import assert from "node:assert/strict";
import { topic } from "../../../../../sandbox/account/types/sns/topic";
import { topicPolicy } from "../../../../../sandbox/account/types/sns/topicPolicy";
import { topicSubscription } from "../../../../../sandbox/account/types/sns/topicSubscription";
import { failures, refuses, resourcePolicy, type Simulation, simulation } from "../simulation";

const opsArn = "arn:aws:sns:eu-west-1:111122223333:ops";

describe("SNS of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  it("knows a topic by its ARN and gives it a policy of its own account", () => {
    const { id, properties } = aws.create(topic, { name: "ops" });
    assert.equal(id, opsArn);
    assert.ok(String(properties.policy).includes('"AWS:SourceOwner":"111122223333"'));
  });

  it("refuses a second topic of a name, with InvalidParameter", () => {
    aws.create(topic, { name: "ops" });
    refuses(
      () => aws.create(topic, { name: "ops" }),
      "InvalidParameter",
      "SNS: CreateTopic",
      "Invalid parameter: Tags Reason: Topic already exists with different tags",
    );
  });

  it("leaves an e-mail subscription waiting for its answer, and finds it again by what it subscribes", () => {
    const inputs = {
      topic: aws.create(topic, { name: "ops" }).id,
      protocol: "email",
      endpoint: "ops@example.com",
    };
    const { id, properties } = aws.create(topicSubscription, inputs);
    assert.match(id, new RegExp(`^${opsArn}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`));
    assert.equal(properties.pendingConfirmation, true);
    assert.equal(topicSubscription.naturalId?.(inputs), id);
  });

  for (const { protocol, endpoint, detail } of [
    { protocol: "email", endpoint: "ops", detail: "Email address" },
    {
      protocol: "https",
      endpoint: "http://example.com",
      detail: "Endpoint must match the specified protocol, https",
    },
    { protocol: "sqs", endpoint: "queue", detail: "sqs endpoint ARN" },
  ])
    it(`refuses the ${protocol} endpoint ${endpoint}, with InvalidParameter`, () => {
      const subscribed = aws.create(topic, { name: "ops" }).id;
      refuses(
        () => aws.create(topicSubscription, { topic: subscribed, protocol, endpoint }),
        "InvalidParameter",
        "SNS: Subscribe",
        `Invalid parameter: ${detail}`,
      );
    });

  it("refuses what names a topic that does not exist, with NotFound", () => {
    refuses(
      () => aws.create(topicSubscription, { topic: opsArn, protocol: "email", endpoint: "a@example.com" }),
      "NotFound",
      "SNS: Subscribe",
      "Topic does not exist",
    );
    refuses(
      () => aws.create(topicPolicy, { arn: opsArn, policy: resourcePolicy({ Resource: opsArn }) }),
      "NotFound",
      "SNS: SetTopicAttributes",
      "Topic does not exist",
    );
  });

  it("refuses a policy that is about something else than its topic, with InvalidParameter", () => {
    aws.create(topic, { name: "ops" });
    refuses(
      () => aws.create(topicPolicy, { arn: opsArn, policy: resourcePolicy({}) }),
      "InvalidParameter",
      "SNS: SetTopicAttributes",
      "Invalid parameter: Policy statement must apply to a single resource, the topic itself",
    );
  });

  it("is not asked for names and settings that only FIFO topics may have", () => {
    const onlyFifo = "can only be set for FIFO topics";
    assert.deepEqual(failures(topic, { name: "ops.fifo", contentBasedDeduplication: true }), [
      { property: "name", reason: "invalid topic name: ops.fifo" },
      { property: "contentBasedDeduplication", reason: onlyFifo },
    ]);
    assert.deepEqual(
      failures(topic, { name: "ops.fifo", fifoTopic: true, contentBasedDeduplication: true }),
      [],
    );
  });
});
