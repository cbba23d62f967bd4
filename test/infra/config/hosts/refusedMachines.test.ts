import { app, gateway, inZone, itRefuses } from "./stackWithHosts";

describe("An instance type in a stack file is refused where it", () => {
  itRefuses([
    [
      "does not know the instance type",
      { single: { scheduler: { ...inZone, instanceType: "t9.large" } } },
      'bakeline:hosts.single.scheduler.instanceType: expected an instance type that AWS has, got "t9.large" (string); choose one of infra/compute/instanceTypes/facts.json; a newer one comes in by npm run facts:instance-types',
    ],
    [
      "takes fewer interfaces than a licensed host with a management network has",
      { licensed: { "license-server": { ...inZone, instanceType: "t3.micro", managementInterface: true } } },
      'bakeline:hosts.licensed.license-server.instanceType: expected a type that takes 3 network interfaces (this one takes 2), got "t3.micro" (string); choose a larger type, or leave out managementInterface',
    ],
    [
      "takes fewer interfaces than an appliance with a management network has",
      { appliance: { gateway: { ...gateway, instanceType: "t3.micro", managementInterface: true } } },
      'bakeline:hosts.appliance.gateway.instanceType: expected a type that takes 3 network interfaces (this one takes 2), got "t3.micro" (string); choose a larger type, or leave out managementInterface',
    ],
    [
      "takes fewer interfaces than a floating pair with a management network has",
      {
        floatingPair: {
          broker: {
            ...inZone,
            instanceType: "c7g.medium",
            imageParameter: "/golden/broker",
            rootDeviceName: "/dev/xvda",
            managementInterface: true,
          },
        },
      },
      'bakeline:hosts.floatingPair.broker.instanceType: expected a type that takes 3 network interfaces (this one takes 2), got "c7g.medium" (string); choose a larger type, or leave out managementInterface',
    ],
    [
      "takes an image of another architecture",
      { licensed: { "license-server": { ...inZone, instanceType: "t4g.small" } } },
      'bakeline:hosts.licensed.license-server.instanceType: expected a type that runs x86_64, as imageParameter does, got "t4g.small" (string); choose an image of arm64, or another type',
    ],
    [
      "takes an image of another architecture, as its vendor spells it",
      {
        licensed: {
          "license-server": {
            ...inZone,
            instanceType: "m6i.large",
            imageParameter:
              "/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id",
          },
        },
      },
      'bakeline:hosts.licensed.license-server.instanceType: expected a type that runs arm64, as imageParameter does, got "m6i.large" (string); choose an image of x86_64, or another type',
    ],
    [
      "is never recovered by EC2",
      { single: { scheduler: { ...inZone, instanceType: "m6id.large" } } },
      'bakeline:hosts.single.scheduler.instanceType: expected a type that EC2 recovers on other hardware, got "m6id.large" (string); choose one without instance store that is no bare metal',
    ],
    [
      "is never recovered by EC2, being bare metal",
      { single: { scheduler: { ...inZone, instanceType: "m5d.metal" } } },
      'bakeline:hosts.single.scheduler.instanceType: expected a type that EC2 recovers on other hardware, got "m5d.metal" (string); choose one without instance store that is no bare metal',
    ],
    [
      "does not fit into a cluster placement group",
      {
        dualHomed: { app: { ...app, instanceType: "t3.large", zones: ["eu-west-1a"], placement: "cluster" } },
      },
      'bakeline:hosts.dualHomed.app.placement: expected one that the instance type takes (none, partition, spread), got "cluster" (string); choose none, or another type',
    ],
    [
      "has fewer addresses an interface than secondaryPrivateIps names",
      {
        licensed: {
          "license-server": {
            ...inZone,
            instanceType: "t3.micro",
            interface: { privateIp: "10.30.0.10", secondaryPrivateIps: ["10.30.0.11", "10.30.0.12"] },
          },
        },
      },
      "bakeline:hosts.licensed.license-server.interface.secondaryPrivateIps: expected at most 1 beside the primary one, by the instance type, got a list of 2 items; choose a larger type, or fewer addresses",
    ],
    [
      "has fewer addresses an interface than secondaryAddresses asks for",
      { dualHomed: { app: { ...app, secondaryAddresses: 10 } } },
      "bakeline:hosts.dualHomed.app.secondaryAddresses: expected at most 9, by the instance type, got 10 (number); choose a larger type, or fewer addresses",
    ],
    [
      "would leave the root volume unencrypted",
      { single: { scheduler: { ...inZone, imageParameter: "/golden/scheduler" } } },
      'bakeline:hosts.single.scheduler.imageParameter: expected one that begins with /aws/service/ami-amazon-linux-latest/, /aws/service/canonical/ubuntu/, /aws/service/debian/, or rootDeviceName beside it, got "/golden/scheduler" (string); add rootDeviceName: the name of the AMI\'s root device, such as /dev/xvda',
    ],
    [
      "names a root device that its image does not have",
      { floatingPair: { broker: { ...inZone, rootDeviceName: "/dev/sda1" } } },
      'bakeline:hosts.floatingPair.broker.rootDeviceName: expected /dev/xvda, the root device of the images of imageParameter, got "/dev/sda1" (string); leave it out',
    ],
  ]);
});

describe("A stack file's zones of hosts", () => {
  itRefuses([
    [
      "refuses a zone of another region",
      { single: { scheduler: { ...inZone, zone: "us-east-1a" } } },
      'bakeline:hosts.single.scheduler.zone: expected a zone of network.availabilityZones (eu-west-1a, eu-west-1b, eu-west-1c), got "us-east-1a" (string); choose one of these, or add the zone at the end of that list',
    ],
    [
      "refuses a zone without subnets",
      { floatingPair: { broker: { ...inZone, zone: "eu-west-1d" } } },
      'bakeline:hosts.floatingPair.broker.zone: expected a zone of network.availabilityZones (eu-west-1a, eu-west-1b, eu-west-1c), got "eu-west-1d" (string); choose one of these, or add the zone at the end of that list',
    ],
    [
      "refuses a zone twice",
      { dualHomed: { app: { ...app, zones: ["eu-west-1a", "eu-west-1a"] } } },
      'bakeline:hosts.dualHomed.app.zones[1]: expected each zone once, got "eu-west-1a" (string); replace it by another zone, or remove it',
    ],
    [
      "refuses an appliance whose members share a zone",
      { appliance: { gateway: { ...gateway, zones: ["eu-west-1a", "eu-west-1a"] } } },
      'bakeline:hosts.appliance.gateway.zones[1]: expected each zone once, got "eu-west-1a" (string); replace it by another zone, or remove it',
    ],
    [
      "refuses an appliance of one member",
      { appliance: { gateway: { ...gateway, zones: ["eu-west-1a"] } } },
      "bakeline:hosts.appliance.gateway.zones: expected a list of 2 Availability Zones, got a list of 1 item; list zones of network.availabilityZones",
    ],
    [
      "refuses a cluster placement group over two zones",
      { dualHomed: { app: { ...app, placement: "cluster" } } },
      'bakeline:hosts.dualHomed.app.placement: expected none or spread with 2 zones, got "cluster" (string); name one zone, or choose another placement: a cluster placement group is within one zone',
    ],
    [
      "refuses more than seven instances on separate racks",
      { dualHomed: { app: { ...app, placement: "spread", maxSizePerZone: 8 } } },
      "bakeline:hosts.dualHomed.app.maxSizePerZone: expected at most 7 with placement spread, got 8 (number); lower it, or choose another placement: AWS keeps seven racks apart in a zone",
    ],
    [
      "refuses more fewest than most",
      { dualHomed: { app: { ...app, minSizePerZone: 5 } } },
      "bakeline:hosts.dualHomed.app.minSizePerZone: expected at most maxSizePerZone (4), got 5 (number); raise maxSizePerZone or lower minSizePerZone",
    ],
    [
      "refuses a fleet of one zone in prod",
      { dualHomed: { app: { ...app, zones: ["eu-west-1a"] } } },
      "bakeline:hosts.dualHomed.app.zones: expected at least 2 zones in prod, got a list of 1 item; add a zone: one is an outage when it fails",
    ],
  ]);
});
