import {
  Bucket,
  BucketLifecycleConfiguration,
  BucketOwnershipControls,
  BucketPolicy,
  BucketPublicAccessBlock,
  BucketServerSideEncryptionConfiguration,
} from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { type PolicyStatement, planTlsOnlyStatement, renderPolicy } from "../account/policyDocument";

export interface AccessLogBucketArgs {
  readonly account: pulumi.Output<Account>;
  readonly retentionInDays: number;
  /** Whether deleting the bucket deletes the logs in it; otherwise AWS refuses while there are any. */
  readonly forceDestroy: boolean;
}

/** The bucket that a load balancer delivers its access logs to. */
export class AccessLogBucket extends pulumi.ComponentResource {
  /** The bucket's name, once the load balancer may write to it: AWS tries that when access logs are turned on. */
  readonly deliverable: pulumi.Output<string>;

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:AccessLogBucket", name, {}, opts);
    const parent = { parent: this };
    const { account, retentionInDays, forceDestroy } = args;

    const { arn, id: bucket } = new Bucket(name, { forceDestroy, tags: { Name: name } }, parent);
    const publicAccessBlock = new BucketPublicAccessBlock(
      name,
      {
        bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      parent,
    );
    new BucketOwnershipControls(name, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } }, parent);
    new BucketServerSideEncryptionConfiguration(name, { bucket, rules: [managedEncryption] }, parent);
    new BucketLifecycleConfiguration(name, { bucket, rules: [planExpiration(retentionInDays)] }, parent);
    const policy = pulumi
      .all([account, arn])
      .apply(([it, bucketArn]) => renderPolicy(planAccessLogStatements(it, bucketArn)));
    // S3 refuses changes to one bucket's policy and public access that arrive together (OperationAborted).
    const bucketPolicy = new BucketPolicy(
      name,
      { bucket, policy },
      { ...parent, dependsOn: publicAccessBlock },
    );

    this.deliverable = bucketPolicy.bucket;
    this.registerOutputs({ deliverable: this.deliverable });
  }
}

/** Load balancers write to no bucket that is encrypted by KMS: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
const managedEncryption = { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };

function planExpiration(retentionInDays: number) {
  return {
    id: "expire",
    status: "Enabled",
    filter: {},
    expiration: { days: retentionInDays },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
}

/** Delivery for this account's load balancers, and nothing at all without TLS. */
export function planAccessLogStatements({ id }: Account, bucketArn: string): PolicyStatement[] {
  return [
    {
      Sid: "DeliverAccessLogs",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${bucketArn}/AWSLogs/${id}/*`,
    },
    planTlsOnlyStatement(bucketArn),
  ];
}
