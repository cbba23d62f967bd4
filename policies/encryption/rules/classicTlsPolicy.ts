import { Got } from "../../got";
import { defineRule } from "../../rule";
import { eachOf, isFalse } from "../../values";
import { needsTls12, oldTlsPolicies } from "../tlsPolicies";

const policy = { lbPort: 443, loadBalancer: "web" };

export const classicTlsPolicy = defineRule({
  id: "elb-classic-load-balancer-tls-policy",
  title: "Classic Load Balancers speak TLS 1.2 or later with their clients.",
  severity: "medium",
  type: "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
  remedy: 'Set the attribute Reference-Security-Policy to "ELBSecurityPolicy-TLS-1-2-2017-01".',
  fsbp: "ELB.8",
  references: [
    {
      title: "Predefined SSL security policies for Classic Load Balancers",
      url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html",
    },
  ],
  evaluate: ({ attributes }, separately) => {
    const each = eachOf(attributes, ({ name, value }, index) => {
      const path = `attributes[${index}].value`;
      const expected = "TLS 1.2 or later";
      if (name === "Reference-Security-Policy" && !needsTls12(value))
        return [{ path, expected, got: Got.of(value, oldTlsPolicies) }];
      if (/^Protocol-(SSLv|TLSv1(\.1)?$)/.test(name) && !isFalse(value))
        return [{ path, expected: `false, as ${expected} is enough`, got: Got.of(value, ["true"]) }];
      return [];
    });
    return separately(...each);
  },
  examples: {
    pass: [
      {
        name: "takes the predefined policy of 2017",
        properties: {
          ...policy,
          attributes: [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }],
        },
      },
      {
        name: "allows TLS 1.2 only",
        properties: {
          ...policy,
          attributes: [
            { name: "Protocol-TLSv1", value: "false" },
            { name: "Protocol-TLSv1.1", value: "false" },
            { name: "Protocol-TLSv1.2", value: "true" },
          ],
        },
      },
      { name: "sets no attribute", properties: policy },
    ],
    fail: [
      {
        name: "takes a predefined policy that speaks TLS 1.0",
        properties: {
          ...policy,
          attributes: [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-2016-08" }],
        },
        finds: ['attributes[0].value: expected TLS 1.2 or later, got "ELBSecurityPolicy-2016-08"'],
      },
      {
        name: "allows TLS 1.1",
        properties: {
          ...policy,
          attributes: [
            { name: "Protocol-TLSv1.2", value: "true" },
            { name: "Protocol-TLSv1.1", value: "true" },
          ],
        },
        finds: ['attributes[1].value: expected false, as TLS 1.2 or later is enough, got "true"'],
      },
    ],
  },
});
