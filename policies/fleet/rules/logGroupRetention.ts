import { Got } from "../../got";
import { defineRule } from "../../rule";
import { numberOf } from "../values";

export const logGroupRetention = defineRule({
  id: "logs-log-group-retention",
  title: "Log groups forget after a time: what is kept forever is paid for and answered for forever.",
  severity: "medium",
  type: "aws:cloudwatch/logGroup:LogGroup",
  remedy: "Set retentionInDays, 365 where an audit may ask for them.",
  fsbp: "CloudWatch.16",
  references: [
    {
      title: "CloudWatch.16: log groups should be retained for a specified time period",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16",
    },
  ],
  evaluate: ({ retentionInDays, logGroupClass }) => {
    // Its two days cannot be set: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
    if (retentionInDays == null && logGroupClass === "DELIVERY") return [];
    const days = numberOf(retentionInDays);
    return days !== undefined && days > 0
      ? []
      : [{ path: "retentionInDays", expected: "a number of days", got: Got.of(retentionInDays) }];
  },
  examples: {
    pass: [
      { name: "forgets after a month", properties: { retentionInDays: 30 } },
      { name: "is of the class that forgets by itself", properties: { logGroupClass: "DELIVERY" } },
    ],
    fail: [
      {
        name: "says that it never forgets",
        properties: { retentionInDays: 0 },
        finds: ["retentionInDays: expected a number of days, got 0"],
      },
      {
        name: "leaves the retention out, which is forever",
        properties: {},
        finds: ["retentionInDays: expected a number of days, got no value"],
      },
    ],
  },
});
