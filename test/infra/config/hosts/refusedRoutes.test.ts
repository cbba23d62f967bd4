import { gateway, inZone, itRefuses } from "./stackWithHosts";

describe("A stack file's routes to an appliance", () => {
  itRefuses([
    [
      "refuses host bits",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: ["192.168.1.0/16"] } } },
      'bakeline:hosts.appliance.gateway.destinationCidrBlocks[0]: expected the block\'s first address, got "192.168.1.0/16" (string); write 192.168.0.0/16',
    ],
    [
      "refuses the default route",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: ["0.0.0.0/0"] } } },
      'bakeline:hosts.appliance.gateway.destinationCidrBlocks[0]: expected a block other than 0.0.0.0/0, got "0.0.0.0/0" (string); name the networks: the default route is the NAT gateway\'s',
    ],
    [
      "refuses AWS's own addresses",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: ["169.254.170.0/24"] } } },
      'bakeline:hosts.appliance.gateway.destinationCidrBlocks[0]: expected a block outside of 169.254.168.0/22, got "169.254.170.0/24" (string); choose another: AWS refuses routes to its own services',
    ],
    [
      "refuses the VPC's own block",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: ["10.30.0.0/16"] } } },
      'bakeline:hosts.appliance.gateway.destinationCidrBlocks[0]: expected a block outside of the VPC\'s (10.30.0.0/16), got "10.30.0.0/16" (string); remove it: inside of the VPC the local route decides',
    ],
    [
      "refuses a part of the VPC's block",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: ["10.30.4.0/24"] } } },
      'bakeline:hosts.appliance.gateway.destinationCidrBlocks[0]: expected a block outside of the VPC\'s (10.30.0.0/16), got "10.30.4.0/24" (string); remove it: inside of the VPC the local route decides',
    ],
    [
      "refuses a block twice",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: ["192.168.0.0/16", "192.168.0.0/16"] } } },
      'bakeline:hosts.appliance.gateway.destinationCidrBlocks[1]: expected each block once, over all appliances, got "192.168.0.0/16" (string); remove it: a table has one route to a block',
    ],
    [
      "refuses an appliance without a destination",
      { appliance: { gateway: { ...gateway, destinationCidrBlocks: [] } } },
      "bakeline:hosts.appliance.gateway.destinationCidrBlocks: expected a list of IPv4 CIDR blocks, got a list of 0 items; list the networks that are reached through the appliance",
    ],
  ]);
});

describe("A stack file's names of hosts", () => {
  itRefuses([
    [
      "refuses a host that nobody declared",
      { single: { nobody: { ...inZone } } },
      "bakeline:hosts.single.nobody: expected a host of infra/hosts of kind single (scheduler), got an unknown key (a map of 5 keys); declare it there, or remove it",
    ],
    [
      "suggests the name that was meant",
      { single: { schedular: { ...inZone } } },
      "bakeline:hosts.single.schedular: expected a host of infra/hosts of kind single (scheduler), got an unknown key (a map of 5 keys); rename it to scheduler",
    ],
    [
      "refuses a host under another kind",
      { licensed: { scheduler: { ...inZone } } },
      "bakeline:hosts.licensed.scheduler: expected a host of infra/hosts of kind licensed (license-server), got an unknown key (a map of 5 keys); move it to hosts.single",
    ],
    [
      "refuses an unknown kind",
      { licenced: { scheduler: { ...inZone } } },
      "bakeline:hosts.licenced: expected one of elasticIpQuota, dualHomed, single, licensed, appliance, floatingPair, got an unknown key (a map of 1 key); rename it to licensed",
    ],
  ]);
});

describe("A stack file's lease of a floating pair", () => {
  itRefuses([
    [
      "refuses a lease that one lost renewal ends",
      { floatingPair: { broker: { ...inZone, leaseSeconds: 10, renewSeconds: 5 } } },
      "bakeline:hosts.floatingPair.broker.renewSeconds: expected at most a third of leaseSeconds (10), got 5 (number); lower it or raise leaseSeconds: two renewals may fail before the lease is lost",
    ],
    [
      "refuses a lease too short for AWS's own calls",
      { floatingPair: { broker: { ...inZone, leaseSeconds: 2 } } },
      "bakeline:hosts.floatingPair.broker.leaseSeconds: expected an integer from 6 to 300, got 2 (number); choose the outage that is bearable; shorter takes over sooner, and for less",
    ],
  ]);
});
