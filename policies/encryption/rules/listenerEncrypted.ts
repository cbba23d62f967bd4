import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";

const listener = {
  loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1",
};
const forward = {
  type: "forward",
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1",
};
const toHttps = { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } };

export const listenerEncrypted = defineRule({
  id: "elb-listener-encrypted",
  title: "Load balancers talk HTTPS with their clients, and answer HTTP with nothing but a redirect to it.",
  severity: "high",
  type: "aws:lb/listener:Listener",
  remedy:
    'Set protocol to "HTTPS" with a certificate, or have the listener redirect: defaultActions [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }].',
  fsbp: "ELB.1",
  references: [
    {
      title: "Create an HTTPS listener for your Application Load Balancer",
      url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
    },
    {
      title: "Redirect actions",
      url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
    },
  ],
  evaluate: (each, separately) => {
    const protocol = each.protocol;
    if (!carriesHttp(protocol, () => each.port)) return [];
    // TCP on port 80 is HTTP that a Network Load Balancer passes on: it cannot redirect.
    if (protocol != null && protocol.toUpperCase() !== "HTTP") return [findPlain(protocol)];
    const actions = each.defaultActions;
    const redirects = separately(() => {
      const last = actions?.[actions.length - 1];
      if (last?.type !== "redirect") return [findPlain(protocol)];
      const target = last.redirect?.protocol;
      if (target?.toUpperCase() === "HTTPS") return [];
      return [
        {
          path: `defaultActions[${(actions?.length ?? 0) - 1}].redirect.protocol`,
          expected: '"HTTPS"',
          got: Got.of(target, ["HTTP", "#{protocol}"]),
        },
      ];
    });
    return redirects;
  },
  examples: {
    pass: [
      {
        name: "speaks HTTPS",
        properties: { ...listener, port: 443, protocol: "HTTPS", defaultActions: [forward] },
      },
      {
        name: "redirects HTTP to HTTPS",
        properties: { ...listener, port: 80, protocol: "HTTP", defaultActions: [toHttps] },
      },
      {
        name: "passes TLS through to its targets",
        properties: { ...listener, port: 443, protocol: "TCP", defaultActions: [forward] },
      },
      {
        name: "belongs to a Gateway Load Balancer, which has no protocol and no port",
        properties: { ...listener, defaultActions: [forward] },
      },
    ],
    fail: [
      {
        name: "serves over HTTP",
        properties: { ...listener, port: 80, protocol: "HTTP", defaultActions: [forward] },
        finds: ['protocol: expected "HTTPS", or a redirect to it, got "HTTP"'],
      },
      {
        name: "leaves the protocol out, which is HTTP",
        properties: { ...listener, port: 80, defaultActions: [forward] },
        finds: ['protocol: expected "HTTPS", or a redirect to it, got no value'],
      },
      {
        name: "redirects to another port and stays with HTTP",
        properties: {
          ...listener,
          port: 80,
          protocol: "HTTP",
          defaultActions: [{ type: "redirect", redirect: { port: "8080", statusCode: "HTTP_302" } }],
        },
        finds: ['defaultActions[0].redirect.protocol: expected "HTTPS", got no value'],
      },
      {
        name: "passes HTTP on",
        properties: { ...listener, port: 80, protocol: "TCP", defaultActions: [forward] },
        finds: ['protocol: expected "HTTPS", or a redirect to it, got "TCP"'],
      },
    ],
  },
});

/** Without a protocol it is HTTP, but for a Gateway Load Balancer's listener, which has no port either. */
function carriesHttp(protocol: string | undefined, port: () => number | undefined): boolean {
  const name = protocol?.toUpperCase();
  if (name === "HTTP") return true;
  if (name === "TCP" || name === "TCP_UDP") return Number(port()) === 80;
  return name === undefined && port() != null;
}

function findPlain(protocol: string | undefined): Finding {
  return {
    path: "protocol",
    expected: '"HTTPS", or a redirect to it',
    got: Got.of(protocol, ["HTTP", "TCP", "TCP_UDP"]),
  };
}
