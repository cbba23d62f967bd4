import { Got } from "../../got";
import { defineRule } from "../../rule";
import { eachOf, isTrue, switchTexts } from "../../values";

const workgroup = { namespaceName: "reports", workgroupName: "reports" };

export const redshiftWorkgroupTls = defineRule({
  id: "redshiftserverless-workgroup-tls-required",
  title: "Redshift Serverless refuses connections without TLS.",
  severity: "high",
  type: "aws:redshiftserverless/workgroup:Workgroup",
  remedy: 'Set the parameter require_ssl to "true".',
  fsbp: "RedshiftServerless.2",
  references: [
    {
      title: "Connecting to Amazon Redshift Serverless",
      url: "https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html",
    },
  ],
  evaluate: ({ configParameters }, separately) => {
    // Left out it is true: AWS creates no workgroup without TLS since January 2025.
    const parameters = eachOf(configParameters, ({ parameterKey, parameterValue }, index) => {
      if (parameterKey !== "require_ssl" || isTrue(parameterValue)) return [];
      const path = `configParameters[${index}].parameterValue`;
      return [{ path, expected: '"true"', got: Got.of(parameterValue, switchTexts) }];
    });
    return separately(...parameters);
  },
  examples: {
    pass: [
      {
        name: "requires TLS",
        properties: {
          ...workgroup,
          configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }],
        },
      },
      { name: "sets no parameter, and so requires TLS", properties: workgroup },
    ],
    fail: [
      {
        name: "switches TLS off",
        properties: {
          ...workgroup,
          configParameters: [
            { parameterKey: "search_path", parameterValue: "public" },
            { parameterKey: "require_ssl", parameterValue: "false" },
          ],
        },
        finds: ['configParameters[1].parameterValue: expected "true", got "false"'],
      },
    ],
  },
});
