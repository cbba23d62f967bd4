import { Got } from "../../got";
import { defineRule } from "../../rule";

export const topicSubscriptionHttps = defineRule({
  id: "sns-topic-subscription-https",
  title: "Topics deliver to web servers over HTTPS.",
  severity: "medium",
  type: "aws:sns/topicSubscription:TopicSubscription",
  remedy: 'Set protocol to "https" and endpoint to a URL that begins so.',
  references: [
    {
      title: "Fanout Amazon SNS notifications to HTTPS endpoints",
      url: "https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html",
    },
  ],
  evaluate: ({ protocol }) => {
    if (typeof protocol === "string" && protocol !== "http") return [];
    return [{ path: "protocol", expected: '"https"', got: Got.of(protocol, ["http"]) }];
  },
  examples: {
    pass: [
      {
        name: "delivers over HTTPS",
        properties: {
          topic: "arn:aws:sns:eu-west-1:111122223333:orders",
          protocol: "https",
          endpoint: "https://example.com/orders",
        },
      },
      {
        name: "delivers to a queue",
        properties: {
          topic: "arn:aws:sns:eu-west-1:111122223333:orders",
          protocol: "sqs",
          endpoint: "arn:aws:sqs:eu-west-1:111122223333:orders",
        },
      },
    ],
    fail: [
      {
        name: "delivers over HTTP",
        properties: {
          topic: "arn:aws:sns:eu-west-1:111122223333:orders",
          protocol: "http",
          endpoint: "http://example.com/orders",
        },
        finds: ['protocol: expected "https", got "http"'],
      },
    ],
  },
});
