import { type Bucket, BucketLogging, BucketMetric } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { planTlsOnlyStatement } from "../../account/policyDocument";
import type { BucketConfig } from "../../config/sections/stores/buckets";
import type { Connection, WorkloadUse } from "../connection";
import { type Store, type StoreSurroundings, storeTags } from "../store";
import { createStoreAlarms } from "../storeAlarms";
import { connectBucket } from "./connect";
import {
  planBucketAlarms,
  planBucketLifecycle,
  planExpiration,
  planRequestLogStatements,
  wholeBucket,
} from "./plan";
import { createPrivateBucket } from "./privateBucket";

export interface AssetBucketArgs extends StoreSurroundings {
  readonly config: BucketConfig;
}

/** Objects that outlive the instances, and a second bucket that says who asked for them. */
export class AssetBucket extends pulumi.ComponentResource implements Store {
  readonly name: string;
  readonly #bucket: Bucket;
  readonly #args: AssetBucketArgs;

  constructor(name: string, args: AssetBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:AssetBucket", name, {}, opts);
    const parent = { parent: this };
    const { account, config, keyArn, topicArn } = args;
    const { allowDataLoss } = config;

    const { bucket } = createPrivateBucket(
      name,
      {
        tags: storeTags(name),
        encryption: { kind: "kms", keyArn },
        versioned: true,
        lifecycle: planBucketLifecycle(config),
        planStatements: (arn) => [planTlsOnlyStatement(arn)],
        forceDestroy: allowDataLoss,
        protect: !allowDataLoss,
      },
      parent,
    );
    const logs = createPrivateBucket(
      `${name}-requests`,
      {
        tags: storeTags(name, `${name}-requests`),
        // S3 delivers to no bucket whose default key is one of KMS:
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
        encryption: { kind: "s3" },
        versioned: false,
        lifecycle: [planExpiration(config.accessLogRetentionDays)],
        planStatements: (arn) =>
          pulumi
            .all([account, bucket.arn])
            .apply(([it, source]) => planRequestLogStatements(it, arn, source)),
        forceDestroy: allowDataLoss,
        protect: !allowDataLoss,
      },
      parent,
    );
    new BucketLogging(
      name,
      { bucket: bucket.id, targetBucket: logs.policy.bucket, targetPrefix: "" },
      parent,
    );
    new BucketMetric(name, { bucket: bucket.id, name: wholeBucket }, parent);
    createStoreAlarms(name, planBucketAlarms(name, bucket.id), topicArn, parent);

    this.name = name;
    this.#bucket = bucket;
    this.#args = args;
    this.registerOutputs({ bucketName: bucket.id });
  }

  connect(use: WorkloadUse): pulumi.Output<Connection> {
    const { account, keyArn } = this.#args;
    return pulumi
      .all([account, this.#bucket.id, this.#bucket.arn, keyArn])
      .apply(([it, bucketName, bucketArn, key]) =>
        connectBucket(it, { store: this.name, bucketName, bucketArn, keyArn: key }, use),
      );
  }
}
