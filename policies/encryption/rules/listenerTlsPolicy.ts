import { Got } from "../../got";
import { defineRule } from "../../rule";
import { needsTls12, oldTlsPolicies, recommendedTlsPolicy } from "../tlsPolicies";

const listener = {
  loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1",
  port: 443,
  certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
  defaultActions: [
    {
      type: "forward",
      targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1",
    },
  ],
};

export const listenerTlsPolicy = defineRule({
  id: "elb-listener-tls-policy",
  title: "Load balancers speak TLS 1.2 or later with their clients.",
  severity: "medium",
  type: "aws:lb/listener:Listener",
  remedy: `Set sslPolicy to "${recommendedTlsPolicy}".`,
  fsbp: "ELB.17",
  references: [
    {
      title: "Security policies for your Application Load Balancer",
      url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
    },
  ],
  evaluate: ({ protocol, sslPolicy }) => {
    const name = protocol?.toUpperCase();
    if (name !== "HTTPS" && name !== "TLS") return [];
    // Left out it is ELBSecurityPolicy-2016-08, which speaks TLS 1.0.
    if (needsTls12(sslPolicy)) return [];
    const expected = "a policy that speaks TLS 1.2 or later";
    return [{ path: "sslPolicy", expected, got: Got.of(sslPolicy, oldTlsPolicies) }];
  },
  examples: {
    pass: [
      {
        name: "speaks TLS 1.2 and 1.3",
        properties: { ...listener, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      },
      {
        name: "speaks TLS 1.3 only, on a Network Load Balancer",
        properties: { ...listener, protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
      },
      {
        name: "allows ciphers with forward secrecy only",
        properties: { ...listener, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-FS-1-2-Res-2020-10" },
      },
      { name: "does not end TLS", properties: { ...listener, protocol: "TCP" } },
      { name: "leaves its protocol out, and so has no policy", properties: listener },
    ],
    fail: [
      {
        name: "speaks TLS 1.0",
        properties: { ...listener, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" },
        finds: ['sslPolicy: expected a policy that speaks TLS 1.2 or later, got "ELBSecurityPolicy-2016-08"'],
      },
      {
        name: "speaks TLS 1.1",
        properties: { ...listener, protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-1-2021-06" },
        finds: [
          'sslPolicy: expected a policy that speaks TLS 1.2 or later, got "ELBSecurityPolicy-TLS13-1-1-2021-06"',
        ],
      },
      {
        name: "leaves the policy out, which is then of 2016",
        properties: { ...listener, protocol: "HTTPS" },
        finds: ["sslPolicy: expected a policy that speaks TLS 1.2 or later, got no value"],
      },
    ],
  },
});
