import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { given, text } from "../reading";
import { tokens } from "../tokens";

const contents = ["content", "contentBase64", "source"];

/**
 * An object of a bucket. Not modelled: what is in a file (`source`, which the engine has read: its hash stands for it),
 * checksums, object locks, ACLs.
 */
export const bucketObject: ResourceType = {
  token: tokens.bucketObject,
  source: "internal/service/s3/object.go",
  replaceOn: ["bucket", "key"],
  autoName: "none",
  defaults: { forceDestroy: false },
  computed: [
    "acl",
    "arn",
    "bucketKeyEnabled",
    "checksumCrc32",
    "checksumCrc32c",
    "checksumCrc64nvme",
    "checksumSha1",
    "checksumSha256",
    "contentType",
    "etag",
    "kmsKeyId",
    "serverSideEncryption",
    "storageClass",
    "versionId",
  ],
  recomputedOn: { etag: contents, versionId: contents },
  validate(inputs) {
    const [, second] = contents.filter((name) => given(inputs, name));
    if (second !== undefined)
      return [{ property: second, reason: `conflicts with others of ${contents.join(", ")}` }];
    return [];
  },
  create(inputs, account) {
    const bucket = requireBucket(inputs, account, "S3: PutObject");
    const key = text(inputs, "key") ?? "";
    return {
      // The provider's ids are the keys alone; two buckets may hold the same, and the ledger has one place an id.
      id: `${bucket.id}/${key}`,
      outputs: { ...objectOutputs(inputs, account, bucket), ...versionOutputs(inputs, account, bucket) },
    };
  },
  update(_id, olds, news, account) {
    const bucket = requireBucket(news, account, "S3: PutObject");
    const changed = contents.some((name) => !isDeepStrictEqual(olds[name], news[name]));
    return changed ? versionOutputs(news, account, bucket) : {};
  },
};

/**
 * A copy of an object, made by S3 itself. Not modelled: whether the source exists, which may be in a bucket of
 * another account; conditions; customer keys.
 */
export const objectCopy: ResourceType = {
  token: tokens.objectCopy,
  source: "internal/service/s3/object_copy.go",
  replaceOn: ["bucket", "key", "source"],
  autoName: "none",
  defaults: { acl: "private", forceDestroy: false },
  computed: [
    "arn",
    "bucketKeyEnabled",
    "cacheControl",
    "checksumCrc32",
    "checksumCrc32c",
    "checksumCrc64nvme",
    "checksumSha1",
    "checksumSha256",
    "contentDisposition",
    "contentEncoding",
    "contentLanguage",
    "contentType",
    "customerAlgorithm",
    "customerKeyMd5",
    "etag",
    "expiration",
    "kmsEncryptionContext",
    "kmsKeyId",
    "lastModified",
    "metadata",
    "objectLockLegalHoldStatus",
    "objectLockMode",
    "objectLockRetainUntilDate",
    "requestCharged",
    "serverSideEncryption",
    "sourceVersionId",
    "storageClass",
    "versionId",
    "websiteRedirect",
  ],
  validate(inputs) {
    const source = text(inputs, "source");
    return source === undefined || /^[^/]+\/.+/.test(source)
      ? []
      : [{ property: "source", reason: `expected <bucket>/<key>, got "${source}"` }];
  },
  create(inputs, account) {
    const bucket = requireBucket(inputs, account, "S3: CopyObject");
    return {
      id: `${bucket.id}/${text(inputs, "key") ?? ""}`,
      outputs: {
        ...objectOutputs(inputs, account, bucket),
        ...versionOutputs(inputs, account, bucket),
        cacheControl: "",
        contentDisposition: "",
        contentEncoding: "",
        contentLanguage: "",
        customerAlgorithm: "",
        customerKeyMd5: "",
        expiration: "",
        kmsEncryptionContext: "",
        lastModified: account.now(),
        metadata: inputs.metadata ?? {},
        objectLockLegalHoldStatus: "",
        objectLockMode: "",
        objectLockRetainUntilDate: "",
        requestCharged: false,
        sourceVersionId: "",
        websiteRedirect: "",
      },
    };
  },
};

/** The objects that a bucket holds. */
export function objectsOf(account: AccountView, bucket: string): readonly Entry[] {
  return [tokens.bucketObject, tokens.objectCopy].flatMap((token) =>
    account.all(token).filter(({ properties }) => properties.bucket === bucket),
  );
}

function requireBucket(inputs: Properties, account: AccountView, operation: string): Entry {
  const bucket = account.find(tokens.bucket, text(inputs, "bucket") ?? "");
  if (bucket === undefined)
    throw new AwsError("NoSuchBucket", operation, "The specified bucket does not exist");
  return bucket;
}

function objectOutputs(inputs: Properties, account: AccountView, bucket: Entry): Properties {
  return {
    acl: text(inputs, "acl") ?? "",
    arn: `arn:${account.partition}:s3:::${bucket.id}/${text(inputs, "key") ?? ""}`,
    bucketKeyEnabled: false,
    checksumCrc32: "",
    checksumCrc32c: "",
    checksumCrc64nvme: "",
    checksumSha1: "",
    checksumSha256: "",
    contentType: text(inputs, "contentType") ?? "application/octet-stream",
    kmsKeyId: text(inputs, "kmsKeyId") ?? "",
    serverSideEncryption: text(inputs, "serverSideEncryption") ?? "AES256",
    storageClass: text(inputs, "storageClass") ?? "STANDARD",
  };
}

/** What is another with each upload. Without versioning there is no version to name. */
function versionOutputs(inputs: Properties, account: AccountView, bucket: Entry): Properties {
  const body =
    text(inputs, "content") ??
    text(inputs, "contentBase64") ??
    (inputs.source === undefined ? "" : JSON.stringify(inputs.source));
  const isVersioned = account.find(tokens.bucketVersioning, bucket.id) !== undefined;
  return {
    etag: createHash("md5").update(body).digest("hex"),
    versionId: isVersioned ? account.newId("version").slice("version-".length) : "",
  };
}
