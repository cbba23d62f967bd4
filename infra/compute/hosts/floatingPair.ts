import { Table } from "@pulumi/aws/dynamodb";
import { PlacementGroup } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { FunctionBundle } from "../../functions/bundle";
import { type HostPlanOf, leaseTableName } from "../../hosts/plan";
import { HostBase } from "./hostBase";
import type { HostContext } from "./hostContext";
import { createHostGroup } from "./hostGroup";
import { createIdentity, createServiceGroup, ownInterfaces } from "./identity";
import { planFloatGrants } from "./interfaceGrants";

export interface FloatingPairArgs {
  readonly context: HostContext;
  readonly plan: HostPlanOf<"floatingPair">;
  /** What keeps the lease: infra/functions/floatingPair. */
  readonly agent: FunctionBundle;
}

/**
 * Two instances on two racks of one zone, the interface that the active one has, and the lease by which they agree who
 * that is. Without a load balancer and without a third machine: a lease costs about 3 USD a month in DynamoDB writes at
 * one renewal in three seconds, and nothing else.
 */
export class FloatingPair extends pulumi.ComponentResource {
  constructor(name: string, args: FloatingPairArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:FloatingPair", name, {}, opts);
    const parent = { parent: this };
    const { context, plan, agent } = args;
    const { settings } = plan;
    const { zone, managementInterface } = settings;
    const { stack } = context.identity;

    const securityGroupId = createServiceGroup(name, context, plan, parent);
    const identity = createIdentity(
      name,
      context,
      { zone, settings: settings.interface, securityGroupId, sourceDestCheck: true },
      parent,
    );
    const lease = new Table(
      name,
      {
        name: leaseTableName(context.identity, name),
        billingMode: "PAY_PER_REQUEST",
        hashKey: "pair",
        attributes: [{ name: "pair", type: "S" }],
        serverSideEncryption: { enabled: true },
        // Without the item the token would begin anew, below what the service's writes were last seen with.
        pointInTimeRecovery: { enabled: true },
        deletionProtectionEnabled: context.config.loadBalancer.deletionProtection,
        tags: { Name: name },
      },
      parent,
    );
    const base = new HostBase(name, { context, plan, program: agent }, parent);
    const grants = pulumi
      .all([context.account, identity.arn, lease.arn])
      .apply(([account, interfaceArn, tableArn]) => [
        ...planFloatGrants({ account, stack, host: name, interfaceArn }),
        {
          Sid: "KeepOwnLease",
          Effect: "Allow" as const,
          Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
          Resource: tableArn,
        },
      ]);
    const profile = base.createProfile(name, grants, parent);
    const placementGroup = new PlacementGroup(name, { strategy: "spread", tags: { Name: name } }, parent)
      .name;
    createHostGroup(
      name,
      {
        ...{ context, plan, base, profile, zone, placementGroup },
        interfaces: ownInterfaces(context, zone, securityGroupId, managementInterface),
        interfaceId: identity.id,
        // One at a time: while one is replaced, the other has the interface.
        ...{ minSize: 2, maxSize: 2, keptWhileReplacing: 50 },
      },
      parent,
    );
    this.registerOutputs({});
  }
}
