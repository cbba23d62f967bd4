import { BucketObjectv2, ObjectCopy } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { BootstrapObject } from "../bootstrap/bundle";
import type { BootstrapBucket } from "../state/bootstrapBucket";
import { keptTag } from "../tags";
import type { PlannedRelease } from "../workloads/plan";

export interface BootObjectsArgs {
  readonly bucket: BootstrapBucket;
  /** Named by the SHA-256 of what they hold. */
  readonly objects: readonly BootstrapObject[];
  readonly releases: readonly PlannedRelease[];
}

/** What one workload's instances and images fetch, below the workload's own prefix of the bootstrap bucket. */
export class BootObjects extends pulumi.ComponentResource {
  private readonly bucketObjects = new Map<string, BucketObjectv2>();

  constructor(name: string, args: BootObjectsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:compute:BootObjects", name, {}, opts);
    const bucket = args.bucket.closed;
    // A template of before may still be booted from: see BootstrapBucket.
    const kept = { parent: this, retainOnDelete: true };
    const tagsOf = (object: string) => ({ Name: object, [keptTag]: "its bucket goes" });

    for (const { key, content } of args.objects) {
      const object = `${name}-${shortened(key)}`;
      const inBucket = new BucketObjectv2(
        object,
        { bucket, key: `${name}/${key}`, content, contentType: "text/plain", tags: tagsOf(object) },
        kept,
      );
      this.bucketObjects.set(key, inBucket);
    }
    for (const { artifact, release, key } of args.releases) {
      const object = `${name}-release-${artifact}-${shortened(release.sha256)}`;
      // S3 copies by itself: releases pass through nobody's machine, and dev and prod run the same bytes.
      new ObjectCopy(
        object,
        { bucket, key, source: `${release.bucket}/${release.key}`, tags: tagsOf(object) },
        kept,
      );
    }
    this.registerOutputs({});
  }

  /** `s3://…` of an object, once it is there. @throws Error for one that is not among them */
  uriOf({ key }: BootstrapObject): pulumi.Output<string> {
    const object = this.bucketObjects.get(key);
    if (object === undefined) throw new Error(`expected an object ${key} in the bucket, got none`);
    return pulumi.interpolate`s3://${object.bucket}/${object.key}`;
  }
}

/** Enough of a digest to tell objects of one workload apart. */
function shortened(sha256: string): string {
  return sha256.slice(0, 12);
}
