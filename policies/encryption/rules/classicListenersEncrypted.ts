import { Got } from "../../got";
import { defineRule } from "../../rule";
import { eachOf } from "../../values";

export const classicListenersEncrypted = defineRule({
  id: "elb-classic-load-balancer-listeners-encrypted",
  title: "Classic Load Balancers talk HTTPS or TLS with their clients: they cannot redirect HTTP.",
  severity: "high",
  type: "aws:elb/loadBalancer:LoadBalancer",
  remedy: 'Set lbProtocol to "HTTPS" or "SSL" with a certificate; better, use an Application Load Balancer.',
  fsbp: "ELB.3",
  references: [
    {
      title: "HTTPS listeners for your Classic Load Balancer",
      url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html",
    },
  ],
  evaluate: ({ listeners }, separately) => {
    const each = eachOf(listeners, ({ lbProtocol, lbPort }, index) => {
      const protocol = lbProtocol?.toUpperCase();
      // TCP may pass TLS through to the instances, but not on the port of HTTP.
      if (protocol !== "HTTP" && !(protocol === "TCP" && Number(lbPort) === 80)) return [];
      const got = Got.of(lbProtocol, ["HTTP", "http", "TCP", "tcp"]);
      return [{ path: `listeners[${index}].lbProtocol`, expected: '"HTTPS" or "SSL"', got }];
    });
    return separately(...each);
  },
  examples: {
    pass: [
      {
        name: "listens for HTTPS",
        properties: {
          listeners: [
            {
              instancePort: 8080,
              instanceProtocol: "HTTP",
              lbPort: 443,
              lbProtocol: "HTTPS",
              sslCertificateId: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
            },
          ],
        },
      },
      {
        name: "passes TLS through to its instances",
        properties: {
          listeners: [{ instancePort: 8443, instanceProtocol: "TCP", lbPort: 443, lbProtocol: "TCP" }],
        },
      },
      { name: "has no listener", properties: { listeners: [] } },
    ],
    fail: [
      {
        name: "listens for HTTP",
        properties: {
          listeners: [{ instancePort: 8080, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" }],
        },
        finds: ['listeners[0].lbProtocol: expected "HTTPS" or "SSL", got "http"'],
      },
      {
        name: "passes HTTP on",
        properties: {
          listeners: [{ instancePort: 80, instanceProtocol: "tcp", lbPort: 80, lbProtocol: "tcp" }],
        },
        finds: ['listeners[0].lbProtocol: expected "HTTPS" or "SSL", got "tcp"'],
      },
    ],
  },
});
