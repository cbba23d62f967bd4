import {
  Bucket,
  BucketOwnershipControls,
  BucketPolicy,
  BucketPublicAccessBlock,
  BucketServerSideEncryptionConfiguration,
  BucketVersioning,
} from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { planTlsOnlyStatement, renderPolicy } from "../account/policyDocument";

export interface BootstrapBucketArgs {
  readonly bucketName: string;
  /** Whether deleting the bucket deletes what is in it; otherwise AWS refuses while there is anything. */
  readonly forceDestroy: boolean;
}

/**
 * What instances fetch at boot: the base script, overlays, steps that user data has no room for, and copies of releases.
 * Each workload has a prefix of its own, below which every key is the SHA-256 of what is there.
 *
 * Objects are never taken back while the bucket lives: an instance that a rollback launches boots from the template of
 * last week, which names the objects of last week. They are small, and all of them can be made again, so a bucket
 * that may go goes with everything in it.
 */
export class BootstrapBucket extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** The bucket's name, once it is encrypted and closed: nothing is put in before. */
  readonly closed: pulumi.Output<string>;

  constructor(
    name: string,
    { bucketName, forceDestroy }: BootstrapBucketArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("bakeline:state:BootstrapBucket", name, {}, opts);
    const parent = { parent: this };

    const { arn, id: bucket } = new Bucket(
      name,
      { bucket: bucketName, forceDestroy, tags: { Name: name } },
      parent,
    );
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
    // S3's own keys: a key of ours would cost a call to KMS at every boot, and guard texts that hold no secret.
    const encryption = new BucketServerSideEncryptionConfiguration(
      name,
      { bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      parent,
    );
    const versioning = new BucketVersioning(
      name,
      { bucket, versioningConfiguration: { status: "Enabled" } },
      parent,
    );
    // S3 refuses changes to one bucket's policy and public access that arrive together (OperationAborted).
    const policy = new BucketPolicy(
      name,
      { bucket, policy: arn.apply((it) => renderPolicy([planTlsOnlyStatement(it)])) },
      { ...parent, dependsOn: publicAccessBlock },
    );

    this.arn = arn;
    this.closed = pulumi.all([policy.bucket, encryption.bucket, versioning.bucket]).apply(([it]) => it);
    this.registerOutputs({ arn: this.arn, closed: this.closed });
  }
}
