import { AccessPoint, BackupPolicy, FileSystem, FileSystemPolicy, MountTarget } from "@pulumi/aws/efs";
import * as pulumi from "@pulumi/pulumi";
import { renderPolicy } from "../../account/policyDocument";
import type { FileSystemConfig } from "../../config/sections/stores/fileSystems";
import type { Connection, WorkloadUse } from "../connection";
import { type Store, type StoreSurroundings, storeTags } from "../store";
import { createStoreAlarms } from "../storeAlarms";
import { storeName } from "../storeName";
import { createStoreSecurityGroup } from "../storeSecurityGroup";
import { connectFileSystem } from "./connect";
import {
  nfsPort,
  planAccessPoint,
  planFileSystem,
  planFileSystemAlarms,
  planFileSystemStatements,
} from "./plan";

export interface SharedFileSystemArgs extends StoreSurroundings {
  readonly config: FileSystemConfig;
  /** A mount target stands in each. */
  readonly availabilityZones: readonly string[];
}

/** Files that several instances share, mounted by TLS and IAM, backed up every day. */
export class SharedFileSystem extends pulumi.ComponentResource implements Store {
  readonly name: string;
  readonly door: NonNullable<Store["door"]>;
  readonly #system: FileSystem;
  readonly #accessPoint: AccessPoint;
  readonly #args: SharedFileSystemArgs;

  constructor(name: string, args: SharedFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:SharedFileSystem", name, {}, opts);
    const parent = { parent: this };
    const { account, stack, network, config, keyArn, topicArn, availabilityZones } = args;

    const securityGroup = createStoreSecurityGroup(name, network.vpcId, parent);
    const system = new FileSystem(
      name,
      { ...planFileSystem(storeName(stack, name), config), kmsKeyId: keyArn, tags: storeTags(name) },
      { ...parent, protect: !config.allowDataLoss, deleteBeforeReplace: true },
    );
    const fileSystemId = system.id;
    const policy = pulumi
      .all([account, system.arn])
      .apply(([{ id, partition }, arn]) =>
        renderPolicy(planFileSystemStatements(`arn:${partition}:iam::${id}:root`, arn)),
      );
    const systemPolicy = new FileSystemPolicy(name, { fileSystemId, policy }, parent);
    new BackupPolicy(name, { fileSystemId, backupPolicy: { status: "ENABLED" } }, parent);
    // Named by zone: another order of the zones must not move a target.
    availabilityZones.forEach((zone, index) => {
      new MountTarget(
        `${name}-${zone}`,
        {
          fileSystemId,
          subnetId: network.privateSubnetIds.apply((ids) => ids[index] ?? ""),
          securityGroups: [securityGroup.id],
        },
        // Nobody mounts before TLS is asked for.
        { ...parent, dependsOn: systemPolicy },
      );
    });
    const accessPoint = new AccessPoint(
      name,
      { ...planAccessPoint(config), fileSystemId, tags: { Name: name } },
      parent,
    );
    createStoreAlarms(name, planFileSystemAlarms(name, fileSystemId, config), topicArn, parent);

    this.name = name;
    this.door = { securityGroupId: securityGroup.id, port: nfsPort };
    this.#system = system;
    this.#accessPoint = accessPoint;
    this.#args = args;
    this.registerOutputs({ fileSystemId });
  }

  connect(use: WorkloadUse): pulumi.Output<Connection> {
    const point = this.#accessPoint;
    return pulumi
      .all([this.#args.account, this.#system.id, this.#system.arn, point.id, point.arn])
      .apply(([account, fileSystemId, fileSystemArn, accessPointId, accessPointArn]) =>
        connectFileSystem(
          account,
          { store: this.name, fileSystemId, fileSystemArn, accessPointId, accessPointArn },
          use,
        ),
      );
  }
}
