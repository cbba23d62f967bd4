import { randomBytes } from "node:crypto";
import type { Image } from "./image";
import type { NetworkInterface } from "./network";
import { createRoleCredentials, type RoleCredentials } from "./roleCredentials";

/** What a test says of an instance that it launches. */
export interface InstanceDescription {
  readonly image: Image;
  /** Shown by the metadata service, as with instance metadata tags: `Name`, `role`, `environment`… Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Default: none. */
  readonly userData?: string | Buffer;
  /** Default: t3.small. */
  readonly instanceType?: string;
  /** Whether it has a second interface, in the second subnet. Default: no. */
  readonly dualHomed?: boolean;
  /** Name of the role whose credentials the metadata service hands out. Default: `instance`. */
  readonly iamRole?: string;
}

/** What AWS knows about an instance: the metadata service answers from it, and a test changes it while it runs. */
export interface InstanceRecord {
  readonly id: string;
  readonly ip: string;
  readonly mac: string;
  /** Of a dual-homed instance. */
  readonly second?: { readonly ip: string; readonly mac: string };
  readonly subnetName: string;
  readonly subnetCidr: string;
  readonly imageId: string;
  readonly instanceType: string;
  /** Tags that the instance may read of itself (instance metadata tags). */
  readonly tags: Readonly<Record<string, string>>;
  readonly iamRole: string;
  readonly credentials: RoleCredentials;
  /** The bytes, as the launch template holds them after base64. Empty: the metadata service answers 404. */
  readonly userData: Buffer;
  /** Set by a test: `spot/instance-action` answers with it; until then 404. */
  spotInterruption?: { readonly action: "terminate" | "stop" | "hibernate"; readonly time: Date };
  /** Set by a test: `events/recommendations/rebalance` answers with it; until then 404. */
  rebalanceRecommendation?: { readonly noticeTime: Date };
  /** What Auto Scaling is bringing the instance to. A test changes it: `Terminated` begins a scale-in. */
  targetLifecycleState: "InService" | "Standby" | "Terminated" | "Warmed:Stopped";
}

export function createInstanceRecord(
  { image, tags = {}, userData = "", instanceType = "t3.small", iamRole = "instance" }: InstanceDescription,
  { ip, mac, second, subnet }: NetworkInterface,
): InstanceRecord {
  return {
    id: `i-0${randomBytes(8).toString("hex")}`,
    ip,
    mac,
    ...(second === undefined ? {} : { second }),
    subnetName: subnet.name,
    subnetCidr: `${subnet.prefix}.0/24`,
    imageId: `ami-0${image.key}`,
    instanceType,
    tags,
    iamRole,
    credentials: createRoleCredentials(),
    userData: Buffer.from(userData),
    targetLifecycleState: "InService",
  };
}
