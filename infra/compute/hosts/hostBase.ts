import { BucketObjectv2 } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../../account/policyDocument";
import type { FunctionBundle } from "../../functions/bundle";
import type { HostPlan } from "../../hosts/plan";
import { createLogGroup } from "../../state/logGroup";
import { agentPolicies } from "../agentPolicies";
import { BootObjects } from "../bootObjects";
import { planInstanceGrants } from "../instanceGrants";
import { InstanceProfile } from "../instanceProfile";
import type { HostContext } from "./hostContext";

export interface HostBaseArgs {
  readonly context: HostContext;
  readonly plan: HostPlan;
  /** A program that its instances fetch, besides what user data names. */
  readonly program?: FunctionBundle;
}

/** What an instance of a host needs before it boots, whatever its kind: what it fetches, where it logs. */
export class HostBase extends pulumi.ComponentResource {
  constructor(
    name: string,
    private readonly args: HostBaseArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("bakeline:compute:HostBase", name, {}, opts);
    const parent = { parent: this };
    const { context, plan, program } = args;
    const { bucket, logKeyArn } = context;
    const { logGroupName, settings, userData } = plan;

    createLogGroup(
      name,
      { logGroupName, retentionInDays: settings.logRetentionDays, kmsKeyArn: logKeyArn },
      parent,
    );
    new BootObjects(name, { bucket, objects: userData.objects, releases: [] }, parent);
    if (program !== undefined)
      new BucketObjectv2(
        `${name}-program`,
        {
          bucket: bucket.closed,
          key: `${name}/${program.sha256}`,
          source: new pulumi.asset.FileAsset(program.path),
          contentType: "text/javascript",
          tags: { Name: `${name}-program` },
        },
        { ...parent, retainOnDelete: true },
      );
    this.registerOutputs({});
  }

  /** The identity of instances: what every one may do, and what these ones are granted besides. */
  createProfile(
    name: string,
    grants: pulumi.Input<readonly PolicyStatement[]>,
    opts: pulumi.ComponentResourceOptions,
  ): InstanceProfile {
    const { context, plan } = this.args;
    const statements = pulumi
      .all([context.account, context.bucket.arn, pulumi.output(grants)])
      .apply(([account, bucketArn, own]) =>
        planInstanceGrants(
          {
            account,
            stack: context.identity.stack,
            workload: plan.host.name,
            bucketArn,
            logGroupName: plan.logGroupName,
            secrets: [],
            targetGroupArn: undefined,
          },
          own,
        ),
      );
    const { account } = context;
    return new InstanceProfile(name, { account, managedPolicies: agentPolicies, statements }, opts);
  }
}
