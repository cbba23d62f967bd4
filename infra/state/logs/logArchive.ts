import { LogSubscriptionFilter } from "@pulumi/aws/cloudwatch";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { FirehoseDeliveryStream } from "@pulumi/aws/kinesis";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../../account/account";
import {
  type PolicyStatement,
  planTlsOnlyStatement,
  renderPolicy,
  renderTrust,
} from "../../account/policyDocument";
import type { LogArchiveConfig } from "../../config/sections/stores/logArchive";
import { createPrivateBucket } from "../bucket/privateBucket";
import { storeTags } from "../store";
import { createStoreAlarms } from "../storeAlarms";
import {
  archiveName,
  planArchiveAlarms,
  planArchiveLifecycle,
  planDeliveryStatements,
  planHandOverStatements,
} from "./archivePlan";

export interface LogArchiveArgs {
  readonly account: pulumi.Output<Account>;
  readonly config: LogArchiveConfig;
  /** Encrypts the archive as it does the log groups. */
  readonly logKeyArn: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
  /** By workload: the groups that are archived. */
  readonly logGroups: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Keeps what workloads log for longer than a log group does, and for a tenth of the price. Firehose bills by the gigabyte. */
export class LogArchive extends pulumi.ComponentResource {
  constructor(name: string, args: LogArchiveArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:LogArchive", name, {}, opts);
    const parent = { parent: this };
    const { account, config, logKeyArn, topicArn, logGroups } = args;
    const ofAccount = (service: string) =>
      account.apply(({ id }) => renderTrust(service, { StringEquals: { "aws:SourceAccount": id } }));

    const { bucket, policy } = createPrivateBucket(
      name,
      {
        tags: storeTags(archiveName, name),
        encryption: { kind: "kms", keyArn: logKeyArn },
        versioned: true,
        lifecycle: planArchiveLifecycle(config),
        planStatements: (arn) => [planTlsOnlyStatement(arn)],
        forceDestroy: config.allowDataLoss,
        protect: !config.allowDataLoss,
      },
      parent,
    );
    const delivery = createRole(
      `${name}-delivery`,
      ofAccount("firehose.amazonaws.com"),
      pulumi.all([bucket.arn, logKeyArn]).apply(([arn, key]) => planDeliveryStatements(arn, key)),
      parent,
    );
    const stream = new FirehoseDeliveryStream(
      name,
      {
        destination: "extended_s3",
        serverSideEncryption: { enabled: true },
        extendedS3Configuration: {
          roleArn: delivery.role.arn,
          bucketArn: bucket.arn,
          kmsKeyArn: logKeyArn,
          // What arrives is compressed already: CloudWatch Logs sends gzip.
          compressionFormat: "UNCOMPRESSED",
          bufferingInterval: 300,
          bufferingSize: 5,
        },
        tags: { Name: name },
      },
      { ...parent, dependsOn: [delivery.policy, policy] },
    );
    const handOver = createRole(
      `${name}-hand-over`,
      ofAccount("logs.amazonaws.com"),
      stream.arn.apply(planHandOverStatements),
      parent,
    );
    for (const [workload, logGroup] of Object.entries(logGroups))
      new LogSubscriptionFilter(
        `${name}-${workload}`,
        {
          name,
          logGroup,
          // Everything.
          filterPattern: "",
          destinationArn: stream.arn,
          roleArn: handOver.role.arn,
        },
        // CloudWatch Logs sends a test message, and refuses the filter when that fails.
        { ...parent, dependsOn: handOver.policy },
      );
    createStoreAlarms(archiveName, planArchiveAlarms(stream.name), topicArn, parent);
    this.registerOutputs({});
  }
}

function createRole(
  name: string,
  assumeRolePolicy: pulumi.Output<string>,
  statements: pulumi.Output<PolicyStatement[]>,
  opts: pulumi.CustomResourceOptions,
): { readonly role: Role; readonly policy: RolePolicy } {
  const role = new Role(name, { assumeRolePolicy, tags: { Name: name } }, opts);
  const policy = new RolePolicy(
    name,
    { name: "deliver", role: role.name, policy: statements.apply(renderPolicy) },
    opts,
  );
  return { role, policy };
}
