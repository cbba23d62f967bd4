import { about, type Declaration } from "./declaration";

const group = about("open-ports", "aws:ec2/securityGroup:SecurityGroup");
const defaultGroup = about("open-ports", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
const rule = about("open-ports", "aws:ec2/securityGroupRule:SecurityGroupRule");
const ingress = about("open-ports", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
const publicInstance = about("public-ip", "aws:ec2/instance:Instance");
const publicTemplate = about("public-ip", "aws:ec2/launchTemplate:LaunchTemplate");
const publicConfiguration = about("public-ip", "aws:ec2/launchConfiguration:LaunchConfiguration");
const publicSubnet = about("public-ip", "aws:ec2/subnet:Subnet");
const forwarding = about("source-dest-check", "aws:ec2/instance:Instance");
const forwardingInterface = about("source-dest-check", "aws:ec2/networkInterface:NetworkInterface");
const address = about("idle-address", "aws:ec2/eip:Eip");
const listener = about("listener-protocol", "aws:lb/listener:Listener");
const oldListener = about("listener-protocol", "aws:alb/listener:Listener");
const tlsPolicy = about("listener-policy", "aws:lb/listener:Listener");
const classic = about("listener-protocol", "aws:elb/loadBalancer:LoadBalancer");

const machine = { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const any = ["0.0.0.0/0"];
const tcp = (fromPort: unknown, toPort: unknown = fromPort, cidrBlocks: readonly string[] = any) => ({
  ingress: [{ protocol: "tcp", fromPort, toPort, cidrBlocks }],
});
const one = (fromPort: number, rest: object = { cidrBlocks: any }, toPort = fromPort) => ({
  type: "ingress",
  securityGroupId: "sg-0123456789abcdef0",
  protocol: "tcp",
  fromPort,
  toPort,
  ...rest,
});
const vpc = (fromPort: number, rest: object = { cidrIpv4: "0.0.0.0/0" }) => ({
  securityGroupId: "sg-0123456789abcdef0",
  ipProtocol: "tcp",
  fromPort,
  toPort: fromPort,
  ...rest,
});
const to = {
  type: "forward",
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef",
};
const balancer = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef";
const network = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/web/0123456789abcdef";
const web = { loadBalancerArn: balancer, port: 80, protocol: "HTTP" };
const tls = {
  loadBalancerArn: balancer,
  port: 443,
  protocol: "HTTPS",
  certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
  defaultActions: [to],
};

export const networks: readonly Declaration[] = [
  group.bad(tcp(22)),
  group.bad(tcp("22")),
  group.bad(tcp(3389)),
  group.bad(tcp(0, 65535)),
  group.bad(tcp(20, 25)),
  ...[1433, 1521, 3306, 5432, 6379, 9200, 11211, 27017].map((port) => group.bad(tcp(port))),
  group.bad({ ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, ipv6CidrBlocks: ["::/0"] }] }),
  group.bad({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: any }] }),
  group.bad({ ingress: [{ protocol: -1, fromPort: 0, toPort: 0, cidrBlocks: any }] }),
  group.bad({ ingress: [{ protocol: "all", fromPort: 0, toPort: 0, cidrBlocks: any }] }),
  group.bad({ ingress: [{ protocol: "6", fromPort: 22, toPort: 22, cidrBlocks: any }] }),
  group.bad({ ingress: [{ protocol: "TCP", fromPort: 22, toPort: 22, cidrBlocks: any }] }),
  group.bad(tcp(22, 22, ["10.0.0.0/8", "0.0.0.0/0"])),
  group.bad(tcp(22, 22, ["0.0.0.0/1", "128.0.0.0/1"])),
  group.bad({ ingress: [...tcp(443).ingress, ...tcp(5432).ingress] }),
  group.ok({}),
  group.ok(tcp(443)),
  group.ok(tcp(80)),
  group.ok(tcp(22, 22, ["10.0.0.0/8"])),
  group.ok(tcp(22, 22, ["203.0.113.7/32"])),
  group.ok({ ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, self: true }] }),
  group.ok({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] }),
  group.ok({
    ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: ["sg-0123456789abcdef0"] }],
  }),
  group.ok({
    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, prefixListIds: ["pl-0123456789abcdef0"] }],
  }),
  group.ok({ ingress: [{ protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: any }] }),
  group.ok({ egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: any }] }),
  group.ok({ ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, ipv6CidrBlocks: ["fd00::/8"] }] }),
  defaultGroup.bad({ vpcId: "vpc-1", ...tcp(22) }),
  defaultGroup.ok({ vpcId: "vpc-1" }),
  rule.bad(one(22)),
  rule.bad(one(3389, { ipv6CidrBlocks: ["::/0"] })),
  rule.bad(one(0, { cidrBlocks: any, protocol: "-1" })),
  rule.bad(one(0, { cidrBlocks: any, protocol: "all" }, 65535)),
  rule.bad(one(3306)),
  rule.ok(one(22, { sourceSecurityGroupId: "sg-0fedcba9876543210" })),
  rule.ok(one(22, { self: true })),
  rule.ok(one(22, { cidrBlocks: any, type: "egress" })),
  rule.ok(one(443)),
  rule.ok(one(22, { prefixListIds: ["pl-0123456789abcdef0"] })),
  ingress.bad(vpc(22)),
  ingress.bad(vpc(22, { cidrIpv6: "::/0" })),
  ingress.bad({ securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }),
  ingress.bad(vpc(5432)),
  ingress.bad(vpc(22, { cidrIpv6: "0:0:0:0:0:0:0:0/0" })),
  ingress.ok(vpc(443)),
  ingress.ok(vpc(22, { referencedSecurityGroupId: "sg-2" })),
  ingress.ok(vpc(22, { prefixListId: "pl-1" })),
  ingress.ok(vpc(22, { cidrIpv4: "192.168.0.0/16" })),

  publicInstance.bad({ ...machine, associatePublicIpAddress: true }),
  publicInstance.bad({ ...machine, associatePublicIpAddress: "true" }),
  publicInstance.ok({ ...machine, associatePublicIpAddress: false }),
  publicInstance.ok(machine),
  publicTemplate.bad({ networkInterfaces: [{ associatePublicIpAddress: "true" }] }),
  publicTemplate.bad({ networkInterfaces: [{ associatePublicIpAddress: true }] }),
  publicTemplate.ok({ networkInterfaces: [{ associatePublicIpAddress: "false" }] }),
  publicTemplate.ok({ networkInterfaces: [{ deviceIndex: 0 }] }),
  publicTemplate.ok({}),
  publicConfiguration.bad({ imageId: "ami-1", instanceType: "t3.micro", associatePublicIpAddress: true }),
  publicConfiguration.ok({ imageId: "ami-1", instanceType: "t3.micro", associatePublicIpAddress: false }),
  publicSubnet.bad({ vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }),
  publicSubnet.ok({ vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" }),
  publicSubnet.ok({ vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: false }),

  forwarding.bad({ ...machine, sourceDestCheck: false }),
  forwarding.bad({ ...machine, sourceDestCheck: "false" }),
  forwarding.ok(machine),
  forwarding.ok({ ...machine, sourceDestCheck: true }),
  forwardingInterface.bad({ subnetId: "subnet-1", sourceDestCheck: false }),
  forwardingInterface.ok({ subnetId: "subnet-1" }),

  address.bad({ domain: "vpc" }),
  address.ok({ domain: "vpc", instance: "i-0123456789abcdef0" }),
  address.ok({ domain: "vpc", networkInterface: "eni-0123456789abcdef0" }),
  address.ok(
    { domain: "vpc" },
    {
      beside: [
        {
          type: "aws:ec2/natGateway:NatGateway",
          name: "nat",
          properties: { subnetId: "subnet-1", allocationId: "eipalloc-1" },
          computedFrom: { allocationId: ["example"] },
        },
      ],
    },
  ),

  listener.bad({ ...web, defaultActions: [to] }),
  listener.bad({ loadBalancerArn: balancer, port: 80, defaultActions: [to] }),
  listener.ok({
    ...web,
    defaultActions: [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ],
  }),
  listener.bad({
    ...web,
    defaultActions: [
      { type: "redirect", redirect: { protocol: "HTTP", port: "8080", statusCode: "HTTP_301" } },
    ],
  }),
  listener.ok({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }),
  oldListener.bad({ ...web, defaultActions: [to] }),
  listener.bad({ loadBalancerArn: network, port: 80, protocol: "TCP", defaultActions: [to] }),
  listener.ok({
    loadBalancerArn: network,
    port: 443,
    protocol: "TLS",
    certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    defaultActions: [to],
  }),
  tlsPolicy.ok({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }),
  tlsPolicy.ok({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }),
  tlsPolicy.ok({ ...tls, sslPolicy: "ELBSecurityPolicy-FS-1-2-Res-2020-10" }),
  tlsPolicy.ok({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
  tlsPolicy.bad({ ...tls, sslPolicy: "ELBSecurityPolicy-2016-08" }),
  tlsPolicy.bad({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS-1-0-2015-04" }),
  tlsPolicy.bad({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS-1-1-2017-01" }),
  tlsPolicy.bad({ ...tls, sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" }),
  classic.bad({
    listeners: [{ lbPort: 80, lbProtocol: "http", instancePort: 80, instanceProtocol: "http" }],
  }),
  classic.bad({
    listeners: [{ lbPort: 80, lbProtocol: "HTTP", instancePort: 80, instanceProtocol: "HTTP" }],
  }),
  classic.ok({
    listeners: [
      {
        lbPort: 443,
        lbProtocol: "https",
        instancePort: 443,
        instanceProtocol: "https",
        sslCertificateId: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
      },
    ],
  }),
];
