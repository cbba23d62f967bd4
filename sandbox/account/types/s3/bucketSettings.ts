import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { CheckFailure, ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { block, blocks, flag, text, valuesAt } from "../reading";
import { tokens } from "../tokens";

/** A setting of a bucket that is a resource of its own: one a bucket, put again by an update, known by the bucket's name. */
export function bucketSetting(setting: {
  token: string;
  source: string;
  /** The call that puts it, e.g. `PutBucketVersioning`. */
  call: string;
  replaceOn?: readonly string[];
  defaults?: Properties;
  computed?: readonly string[];
  outputs?(inputs: Properties): Properties;
  validate?(inputs: Properties): readonly CheckFailure[];
  /** What S3 refuses about the setting itself. @throws AwsError */
  require?(operation: string, inputs: Properties, bucket: Entry, account: AccountView): void;
}): ResourceType {
  const operation = `S3: ${setting.call}`;
  const put = (inputs: Properties, account: AccountView): Properties => {
    setting.require?.(operation, inputs, requireBucket(operation, inputs, account), account);
    return setting.outputs?.(inputs) ?? {};
  };
  const id = (inputs: Properties): string => text(inputs, "bucket") ?? "";
  return {
    token: setting.token,
    source: setting.source,
    replaceOn: ["bucket", ...(setting.replaceOn ?? [])],
    autoName: "none",
    // Its id is the bucket's name, old and new: the old one has to be gone first.
    deleteBeforeReplace: true,
    ...(setting.defaults === undefined ? {} : { defaults: setting.defaults }),
    computed: setting.computed ?? [],
    ...(setting.validate === undefined ? {} : { validate: setting.validate }),
    create: (inputs, account) => ({ id: id(inputs), outputs: put(inputs, account) }),
    update: (_id, _olds, news, account) => put(news, account),
    naturalId: id,
  };
}

function requireBucket(operation: string, inputs: Properties, account: AccountView): Entry {
  const bucket = account.find(tokens.bucket, text(inputs, "bucket") ?? "");
  if (bucket === undefined)
    throw new AwsError("NoSuchBucket", operation, "The specified bucket does not exist");
  return bucket;
}

export const bucketPublicAccessBlock = bucketSetting({
  token: tokens.bucketPublicAccessBlock,
  source: "internal/service/s3/bucket_public_access_block.go",
  call: "PutPublicAccessBlock",
  defaults: {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
});

const algorithms = ["AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"];

export const bucketServerSideEncryptionConfiguration = bucketSetting({
  token: tokens.bucketServerSideEncryptionConfiguration,
  source: "internal/service/s3/bucket_server_side_encryption_configuration.go",
  call: "PutBucketEncryption",
  replaceOn: ["expectedBucketOwner"],
  validate: (inputs) =>
    valuesAt(inputs, "rules.applyServerSideEncryptionByDefault.sseAlgorithm").flatMap((value) => {
      const algorithm = text({ value }, "value");
      return algorithm === undefined || algorithms.includes(algorithm)
        ? []
        : [
            {
              property: "rules.applyServerSideEncryptionByDefault.sseAlgorithm",
              reason: `expected one of ${algorithms.join(", ")}, got "${algorithm}"`,
            },
          ];
    }),
});

/** Not modelled: that deleting it suspends versioning. */
export const bucketVersioning = bucketSetting({
  token: tokens.bucketVersioning,
  source: "internal/service/s3/bucket_versioning.go",
  call: "PutBucketVersioning",
  replaceOn: ["expectedBucketOwner"],
  validate: (inputs) =>
    oneOf(inputs, "versioningConfiguration", "status", ["Enabled", "Suspended", "Disabled"]),
  require(operation, inputs, bucket, account) {
    const before = account.find(tokens.bucketVersioning, bucket.id);
    const was = text(block(before?.properties ?? {}, "versioningConfiguration") ?? {}, "status");
    const is = text(block(inputs, "versioningConfiguration") ?? {}, "status");
    if (is === "Disabled" && was !== undefined && was !== "Disabled")
      throw new AwsError(
        "MalformedXML",
        operation,
        `versioningConfiguration.status cannot be updated from '${was}' to 'Disabled'`,
      );
  },
});

export const bucketOwnershipControls = bucketSetting({
  token: tokens.bucketOwnershipControls,
  source: "internal/service/s3/bucket_ownership_controls.go",
  call: "PutBucketOwnershipControls",
  validate: (inputs) =>
    oneOf(inputs, "rule", "objectOwnership", ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]),
});

/** Not modelled: expiry itself; which transitions may follow which. */
export const bucketLifecycleConfiguration = bucketSetting({
  token: tokens.bucketLifecycleConfiguration,
  source: "internal/service/s3/bucket_lifecycle_configuration.go",
  call: "PutBucketLifecycleConfiguration",
  replaceOn: ["expectedBucketOwner"],
  computed: ["expectedBucketOwner", "transitionDefaultMinimumObjectSize"],
  outputs: (inputs) => ({
    expectedBucketOwner: text(inputs, "expectedBucketOwner") ?? "",
    transitionDefaultMinimumObjectSize:
      text(inputs, "transitionDefaultMinimumObjectSize") ?? "all_storage_classes_128K",
  }),
  validate: (inputs) =>
    blocks(inputs, "rules").flatMap((rule, index) =>
      oneOf({ rule }, "rule", "status", ["Enabled", "Disabled"], `rules[${index}]`),
    ),
  require(operation, inputs) {
    const ids = blocks(inputs, "rules").map((rule) => text(rule, "id"));
    if (ids.length === 0)
      throw new AwsError(
        "MalformedXML",
        operation,
        "The XML you provided was not well-formed: at least one rule is needed",
      );
    if (new Set(ids).size < ids.length)
      throw new AwsError(
        "InvalidArgument",
        operation,
        "Rule ID must be unique. Found same ID for more than one rule",
      );
  },
});

function oneOf(
  inputs: Properties,
  container: string,
  property: string,
  allowed: readonly string[],
  shownAs = container,
): readonly CheckFailure[] {
  const value = text(block(inputs, container) ?? {}, property);
  if (value === undefined || allowed.includes(value)) return [];
  return [
    { property: `${shownAs}.${property}`, reason: `expected one of ${allowed.join(", ")}, got "${value}"` },
  ];
}

/** Whether a bucket's public access block turns a policy away that everyone could use. */
export function blocksPublicPolicy(bucket: Entry, account: AccountView): boolean {
  const found = account.find(tokens.bucketPublicAccessBlock, bucket.id);
  return found !== undefined && flag(found.properties, "blockPublicPolicy") === true;
}
