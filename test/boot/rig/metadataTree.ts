import type { InstanceRecord } from "./instanceRecord";
import { availabilityZone, privateDnsName, region, secondSubnet, vpcCidr } from "./vpc";

/** A text, or what lies beneath it. */
export type MetadataNode = string | MetadataTree;

export interface MetadataTree {
  readonly [name: string]: MetadataNode;
}

export const accountId = "000000000000";

/**
 * An instance's metadata as https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html lists it,
 * as far as cloud-init and a workload read it.
 */
export function renderMetadata(record: InstanceRecord): MetadataTree {
  const name = privateDnsName(record.ip);
  return {
    "ami-id": record.imageId,
    "ami-launch-index": "0",
    autoscaling: { "target-lifecycle-state": record.targetLifecycleState },
    ...renderRebalance(record),
    hostname: name,
    iam: {
      info: JSON.stringify({
        Code: "Success",
        InstanceProfileArn: `arn:aws:iam::${accountId}:instance-profile/${record.iamRole}`,
      }),
      "security-credentials": { [record.iamRole]: renderCredentials(record) },
    },
    "instance-id": record.id,
    "instance-life-cycle": "on-demand",
    "instance-type": record.instanceType,
    "local-hostname": name,
    "local-ipv4": record.ip,
    mac: record.mac,
    network: { interfaces: { macs: renderInterfaces(record) } },
    placement: { "availability-zone": availabilityZone, region },
    "security-groups": "boot",
    services: { domain: "amazonaws.com", partition: "aws" },
    ...renderSpot(record),
    tags: { instance: { ...record.tags } },
  };
}

/** `dynamic/` of an instance. */
export function renderDynamicData(record: InstanceRecord): MetadataTree {
  const document = {
    accountId,
    architecture: "x86_64",
    availabilityZone,
    imageId: record.imageId,
    instanceId: record.id,
    instanceType: record.instanceType,
    privateIp: record.ip,
    region,
    version: "2017-09-30",
  };
  return { "instance-identity": { document: JSON.stringify(document, undefined, 2) } };
}

function renderInterfaces(record: InstanceRecord): MetadataTree {
  const first = { [record.mac]: renderInterface(record) };
  const { second } = record;
  if (second === undefined) return first;
  const { name, prefix } = secondSubnet;
  return {
    ...first,
    [second.mac]: {
      ...renderInterface({ ...record, ...second, subnetName: name, subnetCidr: `${prefix}.0/24` }),
      "device-number": "1",
      "interface-id": `eni-1${record.id.slice(3)}`,
    },
  };
}

function renderInterface({ ip, mac, subnetName, subnetCidr, id }: InstanceRecord): MetadataTree {
  return {
    "device-number": "0",
    "interface-id": `eni-${id.slice(2)}`,
    "local-hostname": privateDnsName(ip),
    "local-ipv4s": ip,
    mac,
    "owner-id": accountId,
    "subnet-id": subnetName,
    "subnet-ipv4-cidr-block": subnetCidr,
    "vpc-id": "vpc-0a77",
    "vpc-ipv4-cidr-block": vpcCidr,
  };
}

function renderCredentials({ credentials }: InstanceRecord): string {
  return JSON.stringify(
    {
      Code: "Success",
      LastUpdated: isoSeconds(new Date()),
      Type: "AWS-HMAC",
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      Token: credentials.sessionToken,
      Expiration: isoSeconds(credentials.expiration),
    },
    undefined,
    2,
  );
}

function renderRebalance({ rebalanceRecommendation: rebalance }: InstanceRecord): MetadataTree {
  if (rebalance === undefined) return {};
  const text = JSON.stringify({ noticeTime: isoSeconds(rebalance.noticeTime) });
  return { events: { recommendations: { rebalance: text } } };
}

function renderSpot({ spotInterruption: spot }: InstanceRecord): MetadataTree {
  if (spot === undefined) return {};
  const time = isoSeconds(spot.time);
  return { spot: { "instance-action": JSON.stringify({ action: spot.action, time }) } };
}

function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
