import { SecurityGroup } from "@pulumi/aws/ec2";
import { LoadBalancer as Alb, Listener } from "@pulumi/aws/lb";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import type { LoadBalancerConfig } from "../config/sections/loadBalancer";
import type { Network } from "../network/network";
import { AccessLogBucket } from "./accessLogBucket";

export interface LoadBalancerArgs {
  readonly account: pulumi.Output<Account>;
  readonly config: LoadBalancerConfig;
  readonly network: Network;
}

/** TLS 1.2 with forward secrecy, and 1.3: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const sslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/**
 * The one way in from the internet: an Application Load Balancer that speaks TLS only. It knows no path itself;
 * each fleet brings its own rule. Costs about 20 USD a month before traffic.
 */
export class LoadBalancer extends pulumi.ComponentResource {
  readonly dnsName: pulumi.Output<string>;
  /** How CloudWatch and scaling policies name it: `app/<name>/<id>`. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly httpsListenerArn: pulumi.Output<string>;
  /** May send nothing anywhere, until a fleet adds a rule for its own instances. */
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:LoadBalancer", name, {}, opts);
    const parent = { parent: this };
    const { account, config, network } = args;

    const securityGroup = createSecurityGroup(name, network.vpcId, parent);
    const accessLogs = new AccessLogBucket(
      "access-logs",
      {
        account,
        retentionInDays: config.accessLogRetentionDays,
        // A load balancer that may be deleted may take its logs along.
        forceDestroy: !config.deletionProtection,
      },
      parent,
    );
    const loadBalancer = new Alb(
      name,
      {
        loadBalancerType: "application",
        internal: false,
        subnets: network.publicSubnetIds,
        securityGroups: [securityGroup.id],
        accessLogs: { bucket: accessLogs.deliverable, enabled: true },
        dropInvalidHeaderFields: true,
        enableDeletionProtection: config.deletionProtection,
        tags: { Name: name },
      },
      // The subnets exist before the internet gateway does, and AWS refuses a public load balancer without one.
      { ...parent, dependsOn: network },
    );
    const https = createHttpsListener(`${name}-https`, loadBalancer.arn, config.certificateArn, parent);
    createRedirectingListener(`${name}-http`, loadBalancer.arn, parent);

    this.dnsName = loadBalancer.dnsName;
    this.arnSuffix = loadBalancer.arnSuffix;
    this.httpsListenerArn = https.arn;
    this.securityGroupId = securityGroup.id;
    this.registerOutputs({ dnsName: this.dnsName });
  }
}

/** Open to everyone on both ports: 80 answers with nothing but a redirect. */
function createSecurityGroup(name: string, vpcId: pulumi.Input<string>, opts: pulumi.CustomResourceOptions) {
  const description = "Load balancer: in from the internet, out to the fleets";
  const securityGroup = new SecurityGroup(name, { vpcId, description, tags: { Name: name } }, opts);
  for (const [scheme, port] of [["https", 443] as const, ["http", 80] as const])
    new SecurityGroupIngressRule(
      `${name}-from-internet-${scheme}`,
      {
        securityGroupId: securityGroup.id,
        description: `${scheme.toUpperCase()} from the internet`,
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        tags: { Name: `${name}-from-internet-${scheme}` },
      },
      opts,
    );
  return securityGroup;
}

function createHttpsListener(
  name: string,
  loadBalancerArn: pulumi.Input<string>,
  certificateArn: string,
  opts: pulumi.CustomResourceOptions,
) {
  return new Listener(
    name,
    {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      certificateArn,
      sslPolicy,
      // What no fleet's rule asks for does not exist; forwarding it somewhere would be a guess.
      defaultActions: [
        {
          type: "fixed-response",
          fixedResponse: { statusCode: "404", contentType: "text/plain", messageBody: "Not found" },
        },
      ],
      tags: { Name: name },
    },
    opts,
  );
}

function createRedirectingListener(
  name: string,
  loadBalancerArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
) {
  return new Listener(
    name,
    {
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
      ],
      tags: { Name: name },
    },
    opts,
  );
}
