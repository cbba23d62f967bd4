import { itRefuses } from "./editedStackFile";

describe("A stack file's network", () => {
  itRefuses([
    [
      "needs a CIDR block",
      "dev",
      ["    cidrBlock: 10.20.0.0/16\n", ""],
      "Pulumi.dev.yaml:6:3: bakeline:network.cidrBlock: expected an IPv4 CIDR block such as 10.20.0.0/16, got nothing; write four numbers from 0 to 255, a slash and the length of the prefix",
    ],
    [
      "refuses a number for the CIDR block",
      "dev",
      ["10.20.0.0/16", "10.2"],
      "Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected an IPv4 CIDR block such as 10.20.0.0/16, got 10.2 (number); write four numbers from 0 to 255, a slash and the length of the prefix",
    ],
    [
      "refuses a CIDR block without a prefix",
      "dev",
      ["10.20.0.0/16", "10.20.0.0"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected an IPv4 CIDR block such as 10.20.0.0/16, got "10.20.0.0" (string); write four numbers from 0 to 255, a slash and the length of the prefix',
    ],
    [
      "refuses a CIDR block with an octet over 255",
      "dev",
      ["10.20.0.0/16", "10.256.0.0/16"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected an IPv4 CIDR block such as 10.20.0.0/16, got "10.256.0.0/16" (string); write four numbers from 0 to 255, a slash and the length of the prefix',
    ],
    [
      "refuses an octet that could be read as octal",
      "dev",
      ["10.20.0.0/16", "10.020.0.0/16"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected an IPv4 CIDR block such as 10.20.0.0/16, got "10.020.0.0/16" (string); write four numbers from 0 to 255, a slash and the length of the prefix',
    ],
    [
      "refuses a VPC larger than AWS allows",
      "dev",
      ["10.20.0.0/16", "10.0.0.0/8"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected a block of /16 to /20, got "10.0.0.0/8" (string); AWS allows at most /16; below /20, eight subnets run out of addresses',
    ],
    [
      "refuses a VPC too small for its subnets",
      "dev",
      ["10.20.0.0/16", "10.20.0.0/24"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected a block of /16 to /20, got "10.20.0.0/24" (string); AWS allows at most /16; below /20, eight subnets run out of addresses',
    ],
    [
      "refuses public addresses",
      "dev",
      ["10.20.0.0/16", "52.94.0.0/16"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected a private block, of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, got "52.94.0.0/16" (string); choose one of these (RFC 1918)',
    ],
    [
      "refuses addresses just outside of 172.16.0.0/12",
      "dev",
      ["10.20.0.0/16", "172.32.0.0/16"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected a private block, of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, got "172.32.0.0/16" (string); choose one of these (RFC 1918)',
    ],
    [
      "refuses host bits in the CIDR block",
      "dev",
      ["10.20.0.0/16", "10.20.1.0/16"],
      'Pulumi.dev.yaml:7:5: bakeline:network.cidrBlock: expected the block\'s first address, got "10.20.1.0/16" (string); write 10.20.0.0/16',
    ],
    [
      "refuses a CIDR block equal to a reserved one",
      "prod",
      ["cidrBlock: 10.30.0.0/16", "cidrBlock: 10.20.0.0/16"],
      'Pulumi.prod.yaml:7:5: bakeline:network.cidrBlock: expected a block that does not overlap reservedCidrBlocks (10.20.0.0/16), got "10.20.0.0/16" (string); choose a free block; a VPC keeps its block for life',
    ],
    [
      "refuses a CIDR block inside a reserved one",
      "prod",
      ["[10.20.0.0/16]", "[10.0.0.0/8]"],
      'Pulumi.prod.yaml:7:5: bakeline:network.cidrBlock: expected a block that does not overlap reservedCidrBlocks (10.0.0.0/8), got "10.30.0.0/16" (string); choose a free block; a VPC keeps its block for life',
    ],
    [
      "refuses a CIDR block that holds a reserved one",
      "prod",
      ["[10.20.0.0/16]", "[172.16.0.0/12, 10.30.128.0/24]"],
      'Pulumi.prod.yaml:7:5: bakeline:network.cidrBlock: expected a block that does not overlap reservedCidrBlocks (10.30.128.0/24), got "10.30.0.0/16" (string); choose a free block; a VPC keeps its block for life',
    ],
    [
      "refuses host bits in a reserved CIDR block",
      "prod",
      ["[10.20.0.0/16]", "[10.20.0.1/16]"],
      'Pulumi.prod.yaml:8:26: bakeline:network.reservedCidrBlocks[0]: expected the block\'s first address, got "10.20.0.1/16" (string); write 10.20.0.0/16',
    ],
    [
      "refuses a reserved CIDR block that is none",
      "prod",
      ["[10.20.0.0/16]", "[dev]"],
      'Pulumi.prod.yaml:8:26: bakeline:network.reservedCidrBlocks[0]: expected an IPv4 CIDR block such as 10.20.0.0/16, got "dev" (string); write four numbers from 0 to 255, a slash and the length of the prefix',
    ],
    [
      "refuses one reserved CIDR block outside of a list",
      "prod",
      ["[10.20.0.0/16]", "10.20.0.0/16"],
      'Pulumi.prod.yaml:8:5: bakeline:network.reservedCidrBlocks: expected a list of IPv4 CIDR blocks, got "10.20.0.0/16" (string); list the blocks of the networks that this VPC may be connected to, or leave it out',
    ],
    [
      "needs Availability Zones",
      "dev",
      ["    availabilityZones: [eu-west-1a, eu-west-1b, eu-west-1c]\n", ""],
      "Pulumi.dev.yaml:6:3: bakeline:network.availabilityZones: expected a list of 2 to 4 Availability Zones, got nothing; list zones of aws:region: a load balancer needs two, and more than four add cost, not safety",
    ],
    [
      "refuses a single Availability Zone in prod",
      "prod",
      ["[eu-west-1a, eu-west-1b, eu-west-1c]", "[eu-west-1a]"],
      "Pulumi.prod.yaml:9:5: bakeline:network.availabilityZones: expected a list of 2 to 4 Availability Zones, got a list of 1 item; list zones of aws:region: a load balancer needs two, and more than four add cost, not safety",
    ],
    [
      "refuses five Availability Zones",
      "dev",
      [
        "[eu-west-1a, eu-west-1b, eu-west-1c]",
        "[eu-west-1a, eu-west-1b, eu-west-1c, eu-west-1d, eu-west-1e]",
      ],
      "Pulumi.dev.yaml:8:5: bakeline:network.availabilityZones: expected a list of 2 to 4 Availability Zones, got a list of 5 items; list zones of aws:region: a load balancer needs two, and more than four add cost, not safety",
    ],
    [
      "refuses a text of Availability Zones",
      "dev",
      ["[eu-west-1a, eu-west-1b, eu-west-1c]", "eu-west-1a,eu-west-1b"],
      'Pulumi.dev.yaml:8:5: bakeline:network.availabilityZones: expected a list of 2 to 4 Availability Zones, got "eu-west-1a,eu-west-1b" (string); list zones of aws:region: a load balancer needs two, and more than four add cost, not safety',
    ],
    [
      "refuses an Availability Zone of another region",
      "dev",
      ["eu-west-1b, eu-west-1c]", "eu-west-2b, eu-west-1c]"],
      'Pulumi.dev.yaml:8:37: bakeline:network.availabilityZones[1]: expected a zone of aws:region (eu-west-1), got "eu-west-2b" (string); write eu-west-1 followed by the zone\'s letter',
    ],
    [
      "refuses an Availability Zone twice",
      "dev",
      ["eu-west-1b, eu-west-1c]", "eu-west-1b, eu-west-1a]"],
      'Pulumi.dev.yaml:8:49: bakeline:network.availabilityZones[2]: expected each zone once, got "eu-west-1a" (string); replace it by another zone, or remove it',
    ],
    [
      "refuses a region among the Availability Zones",
      "dev",
      ["eu-west-1b, eu-west-1c]", "eu-west-1b, eu-west-1]"],
      "Pulumi.dev.yaml:8:49: bakeline:network.availabilityZones[2]: expected the name of an Availability Zone such as eu-west-1a, got \"eu-west-1\" (string); write the region's name followed by the zone's letter",
    ],
    [
      "refuses an Availability Zone's id",
      "dev",
      ["eu-west-1b, eu-west-1c]", "eu-west-1b, euw1-az3]"],
      "Pulumi.dev.yaml:8:49: bakeline:network.availabilityZones[2]: expected the name of an Availability Zone such as eu-west-1a, got \"euw1-az3\" (string); write the region's name followed by the zone's letter",
    ],
    [
      "refuses an unknown arrangement of NAT gateways",
      "dev",
      ["single", "none"],
      'Pulumi.dev.yaml:9:5: bakeline:network.natGateways: expected one of single, one-per-zone, got "none" (string); choose single to save money, one-per-zone to survive the loss of a zone',
    ],
    [
      "refuses a retention of flow logs that CloudWatch Logs does not offer",
      "dev",
      ["flowLogRetentionDays: 14", "flowLogRetentionDays: 15"],
      "Pulumi.dev.yaml:10:5: bakeline:network.flowLogRetentionDays: expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 15 (number); choose one of the numbers of days that CloudWatch Logs knows",
    ],
    [
      "refuses a retention of flow logs in quotes",
      "dev",
      ["flowLogRetentionDays: 14", 'flowLogRetentionDays: "14"'],
      'Pulumi.dev.yaml:10:5: bakeline:network.flowLogRetentionDays: expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got "14" (string); remove the quotes',
    ],
    [
      "refuses peers, which no network has",
      "dev",
      ["    natGateways: single\n", "    natGateways: single\n    peers: [vpc-0a1b2c3d]\n"],
      "Pulumi.dev.yaml:10:5: bakeline:network.peers: expected one of cidrBlock, reservedCidrBlocks, availabilityZones, natGateways, flowLogRetentionDays, got an unknown key (a list of 1 item); remove it",
    ],
    [
      "names the setting that a mistyped one meant",
      "dev",
      ["natGateways: single", "natGateway: single"],
      "Pulumi.dev.yaml:9:5: bakeline:network.natGateway: expected one of cidrBlock, reservedCidrBlocks, availabilityZones, natGateways, flowLogRetentionDays, got an unknown key (a string of 6 characters); rename it to natGateways",
    ],
    [
      "says when the setting that a mistyped one meant is there already",
      "dev",
      ["    natGateways: single\n", "    natGateways: single\n    natgateways: one-per-zone\n"],
      "Pulumi.dev.yaml:10:5: bakeline:network.natgateways: expected one of cidrBlock, reservedCidrBlocks, availabilityZones, natGateways, flowLogRetentionDays, got an unknown key (a string of 12 characters); remove it, natGateways is there already",
    ],
    [
      "refuses a list in place of the network",
      "dev",
      [
        "  bakeline:network:\n    cidrBlock: 10.20.0.0/16\n    availabilityZones: [eu-west-1a, eu-west-1b, eu-west-1c]\n    natGateways: single\n    flowLogRetentionDays: 14\n",
        "  bakeline:network: [10.20.0.0/16]\n",
      ],
      "Pulumi.dev.yaml:6:3: bakeline:network: expected a map of settings, got a list of 1 item; indent its settings below it, one a line",
    ],
  ]);
});
