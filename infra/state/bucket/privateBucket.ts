import {
  Bucket,
  BucketLifecycleConfiguration,
  type BucketLifecycleConfigurationArgs,
  BucketOwnershipControls,
  BucketPolicy,
  BucketPublicAccessBlock,
  BucketServerSideEncryptionConfiguration,
  BucketVersioning,
} from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, renderPolicy } from "../../account/policyDocument";
import type { Tags } from "../../tags";

export interface PrivateBucketArgs {
  readonly tags: Tags;
  /** A KMS key, or AWS's own encryption where services deliver that could use none of ours. */
  readonly encryption:
    | { readonly kind: "kms"; readonly keyArn: pulumi.Input<string> }
    | { readonly kind: "s3" };
  readonly versioned: boolean;
  readonly lifecycle: BucketLifecycleConfigurationArgs["rules"];
  readonly planStatements: (bucketArn: string) => pulumi.Input<PolicyStatement[]>;
  /** Whether what is in it goes with it; otherwise S3 refuses to delete a bucket that is not empty. */
  readonly forceDestroy: boolean;
  readonly protect: boolean;
}

/** A bucket that nobody else can read: no public access, no ACLs, encrypted, and a policy of its own. */
export function createPrivateBucket(
  name: string,
  { tags, encryption, versioned, lifecycle, planStatements, forceDestroy, protect }: PrivateBucketArgs,
  opts: pulumi.CustomResourceOptions,
): { readonly bucket: Bucket; readonly policy: BucketPolicy } {
  const bucket = new Bucket(name, { forceDestroy, tags }, { ...opts, protect });
  const { id, arn } = bucket;
  const publicAccessBlock = new BucketPublicAccessBlock(
    name,
    {
      bucket: id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    opts,
  );
  new BucketOwnershipControls(name, { bucket: id, rule: { objectOwnership: "BucketOwnerEnforced" } }, opts);
  new BucketServerSideEncryptionConfiguration(
    name,
    {
      bucket: id,
      rules: [
        encryption.kind === "s3"
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              // One request to KMS for many objects, where each object would be one: billed by request.
              bucketKeyEnabled: true,
              applyServerSideEncryptionByDefault: {
                sseAlgorithm: "aws:kms",
                kmsMasterKeyId: encryption.keyArn,
              },
            },
      ],
    },
    opts,
  );
  const versioning = versioned
    ? [new BucketVersioning(name, { bucket: id, versioningConfiguration: { status: "Enabled" } }, opts)]
    : [];
  // Rules about versions mean something only once there are versions.
  new BucketLifecycleConfiguration(
    name,
    { bucket: id, rules: lifecycle },
    { ...opts, dependsOn: versioning },
  );
  const policy = new BucketPolicy(
    name,
    { bucket: id, policy: arn.apply((it) => pulumi.output(planStatements(it))).apply(renderPolicy) },
    // S3 refuses changes to one bucket's policy and public access that arrive together (OperationAborted).
    { ...opts, dependsOn: publicAccessBlock },
  );
  return { bucket, policy };
}
