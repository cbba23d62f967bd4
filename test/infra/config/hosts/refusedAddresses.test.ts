import { app, gateway, inZone, itRefuses } from "./stackWithHosts";

describe("A stack file's private addresses", () => {
  itRefuses([
    [
      "refuses an address of another network",
      { single: { scheduler: { ...inZone, interface: { privateIp: "10.99.0.10" } } } },
      'bakeline:hosts.single.scheduler.interface.privateIp: expected an address of the private subnet of eu-west-1a (10.30.0.0/20), got "10.99.0.10" (string); choose one of these',
    ],
    [
      "refuses an address of another zone",
      { single: { scheduler: { ...inZone, interface: { privateIp: "10.30.32.10" } } } },
      'bakeline:hosts.single.scheduler.interface.privateIp: expected an address of the private subnet of eu-west-1a (10.30.0.0/20), got "10.30.32.10" (string); choose one of these',
    ],
    [
      "refuses an address of another subnet of the zone",
      {
        licensed: {
          "license-server": { ...inZone, interface: { subnet: "management", privateIp: "10.30.16.10" } },
        },
      },
      'bakeline:hosts.licensed.license-server.interface.privateIp: expected an address of the management subnet of eu-west-1a (10.30.28.0/22), got "10.30.16.10" (string); choose one of these',
    ],
    [
      "refuses the first addresses of a subnet",
      { single: { scheduler: { ...inZone, interface: { privateIp: "10.30.0.3" } } } },
      'bakeline:hosts.single.scheduler.interface.privateIp: expected an address of 10.30.0.0/20 that AWS does not keep for itself, got "10.30.0.3" (string); choose none of the first four, nor the last',
    ],
    [
      "refuses the last address of a subnet",
      { single: { scheduler: { ...inZone, interface: { privateIp: "10.30.15.255" } } } },
      'bakeline:hosts.single.scheduler.interface.privateIp: expected an address of 10.30.0.0/20 that AWS does not keep for itself, got "10.30.15.255" (string); choose none of the first four, nor the last',
    ],
    [
      "refuses an address that another host has",
      {
        single: { scheduler: { ...inZone, interface: { privateIp: "10.30.0.10" } } },
        floatingPair: { broker: { ...inZone, interface: { privateIp: "10.30.0.10" } } },
      },
      'bakeline:hosts.floatingPair.broker.interface.privateIp: expected an address that no other interface has, got "10.30.0.10" (string); choose another, or remove it',
    ],
    [
      "refuses a secondary address that is the primary one",
      {
        single: {
          scheduler: {
            ...inZone,
            interface: { privateIp: "10.30.0.10", secondaryPrivateIps: ["10.30.0.10"] },
          },
        },
      },
      'bakeline:hosts.single.scheduler.interface.secondaryPrivateIps[0]: expected an address that no other interface has, got "10.30.0.10" (string); choose another, or remove it',
    ],
    [
      "refuses secondary addresses without a primary one",
      { single: { scheduler: { ...inZone, interface: { secondaryPrivateIps: ["10.30.0.11"] } } } },
      "bakeline:hosts.single.scheduler.interface.secondaryPrivateIps: expected privateIp beside it, got a list of 1 item; write the primary address too: among chosen ones AWS would make any of them the primary",
    ],
    [
      "refuses an appliance's address of the other member's zone",
      { appliance: { gateway: { ...gateway, privateIps: ["10.30.32.30", "10.30.32.31"] } } },
      'bakeline:hosts.appliance.gateway.privateIps[0]: expected an address of the private subnet of eu-west-1a (10.30.0.0/20), got "10.30.32.30" (string); choose one of these',
    ],
    [
      "refuses an appliance's address for one member only",
      { appliance: { gateway: { ...gateway, privateIps: ["10.30.0.30"] } } },
      "bakeline:hosts.appliance.gateway.privateIps: expected 2 addresses, one a zone, or none, got a list of 1 item; write one for each member, or leave it out",
    ],
    [
      "refuses what is no address",
      { single: { scheduler: { ...inZone, interface: { privateIp: "10.30.0.256" } } } },
      'bakeline:hosts.single.scheduler.interface.privateIp: expected an IPv4 address such as 10.20.0.10, got "10.30.0.256" (string); write four numbers from 0 to 255',
    ],
  ]);
});

describe("A stack file's public addresses", () => {
  itRefuses([
    [
      "refuses an Elastic IP in a private subnet",
      {
        single: {
          scheduler: { ...inZone, interface: { privateIp: "10.30.0.10", elasticIps: ["10.30.0.10"] } },
        },
      },
      "bakeline:hosts.single.scheduler.interface.elasticIps: expected none in a private subnet, got a list of 1 item; choose subnet: public; no other has a route to the internet gateway",
    ],
    [
      "refuses an Elastic IP in a management subnet",
      {
        single: {
          scheduler: {
            ...inZone,
            interface: { subnet: "management", privateIp: "10.30.28.10", elasticIps: ["10.30.28.10"] },
          },
        },
      },
      "bakeline:hosts.single.scheduler.interface.elasticIps: expected none in a management subnet, got a list of 1 item; choose subnet: public; no other has a route to the internet gateway",
    ],
    [
      "refuses an Elastic IP for an address that the interface has not",
      {
        single: {
          scheduler: {
            ...inZone,
            interface: { subnet: "public", privateIp: "10.30.16.10", elasticIps: ["10.30.16.11"] },
          },
        },
      },
      'bakeline:hosts.single.scheduler.interface.elasticIps[0]: expected one of the interface\'s addresses (10.30.16.10), got "10.30.16.11" (string); an Elastic IP belongs to one private address: write that one',
    ],
    [
      "refuses an Elastic IP for an address that only AWS knows",
      { single: { scheduler: { ...inZone, interface: { subnet: "public", elasticIps: ["10.30.16.11"] } } } },
      'bakeline:hosts.single.scheduler.interface.elasticIps[0]: expected an address that privateIp names, got "10.30.16.11" (string); an Elastic IP belongs to one private address: write that one',
    ],
    [
      "refuses two Elastic IPs for one private address",
      {
        single: {
          scheduler: {
            ...inZone,
            interface: {
              subnet: "public",
              privateIp: "10.30.16.10",
              elasticIps: ["10.30.16.10", "10.30.16.10"],
            },
          },
        },
      },
      'bakeline:hosts.single.scheduler.interface.elasticIps[1]: expected each private address once, got "10.30.16.10" (string); remove it: one Elastic IP per private address',
    ],
    [
      "refuses more Elastic IPs than the account has",
      {
        elasticIpQuota: 4,
        single: {
          scheduler: {
            ...inZone,
            interface: {
              subnet: "public",
              privateIp: "10.30.16.10",
              secondaryPrivateIps: ["10.30.16.11"],
              elasticIps: ["10.30.16.10", "10.30.16.11"],
            },
          },
        },
      },
      "bakeline:hosts.elasticIpQuota: expected at least 5: 3 for NAT gateways, 2 for hosts, got 4 (number); have the quota EC2-VPC Elastic IPs raised and write it here, or use fewer",
    ],
    [
      "refuses a public address beside a second interface",
      { dualHomed: { app: { ...app, publicIp: true } } },
      "bakeline:hosts.dualHomed.app.publicIp: expected one of instanceType, imageParameter, rootDeviceName, rootVolumeSizeGiB, logRetentionDays, zones, minSizePerZone, maxSizePerZone, secondaryAddresses, placement, got an unknown key (a boolean); remove it",
    ],
  ]);
});
