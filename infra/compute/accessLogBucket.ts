import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { type PolicyStatement, planTlsOnlyStatement } from "../account/policyDocument";
import { planExpiration } from "../state/bucket/plan";
import { createPrivateBucket } from "../state/bucket/privateBucket";

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
    const { account, retentionInDays, forceDestroy } = args;

    const { policy } = createPrivateBucket(
      name,
      {
        tags: { Name: name },
        // Load balancers write to no bucket that is encrypted by KMS:
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
        encryption: { kind: "s3" },
        versioned: false,
        lifecycle: [planExpiration(retentionInDays)],
        planStatements: (arn) => account.apply((it) => planAccessLogStatements(it, arn)),
        forceDestroy,
        protect: false,
      },
      { parent: this },
    );

    this.deliverable = policy.bucket;
    this.registerOutputs({ deliverable: this.deliverable });
  }
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
