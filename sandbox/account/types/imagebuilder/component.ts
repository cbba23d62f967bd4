import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { findDependents } from "../dependents";
import { given, text } from "../reading";
import { tokens } from "../tokens";
import { builderArn, checkVersion, refuseInUse, refuseSecond } from "./references";

const CREATE = "Image Builder: CreateComponent";

/** A component. Not modelled: what its document says; that the document is read back from S3 into `data`. */
export const component: ResourceType = {
  token: tokens.imageComponent,
  source: "internal/service/imagebuilder/component.go",
  replaceOn: [
    "changeDescription",
    "data",
    "description",
    "kmsKeyId",
    "name",
    "platform",
    "supportedOsVersions",
    "uri",
    "version",
  ],
  unordered: ["supportedOsVersions"],
  autoName: { property: "name", maxLength: 126 },
  defaults: { skipDestroy: false },
  computed: ["arn", "data", "dateCreated", "encrypted", "owner", "type"],
  validate(inputs) {
    const both = given(inputs, "data") === given(inputs, "uri");
    const platform = text(inputs, "platform");
    return [
      ...(both ? [{ property: "uri", reason: "expected exactly one of data, uri" }] : []),
      ...((text(inputs, "data")?.length ?? 0) > 16_000
        ? [{ property: "data", reason: "expected at most 16000 characters; give uri instead" }]
        : []),
      ...(platform === undefined || ["Linux", "Windows", "macOS"].includes(platform)
        ? []
        : [{ property: "platform", reason: `expected Linux, Windows or macOS, got "${platform}"` }]),
      ...checkVersion(inputs),
    ];
  },
  create(inputs, account) {
    const arn = `${builderArn(account, "component", inputs)}/1`;
    refuseSecond(account, CREATE, tokens.imageComponent, arn);
    requireDocument(inputs, account);
    return {
      id: arn,
      outputs: {
        arn,
        data: text(inputs, "data") ?? "",
        dateCreated: account.now(),
        encrypted: true,
        owner: account.accountId,
        type: "BUILD",
      },
    };
  },
  remove(id, _properties, account) {
    const uses = [{ token: tokens.imageRecipe, path: "components.componentArn" }];
    refuseInUse("Image Builder: DeleteComponent", id, findDependents(account, id, uses));
  },
};

function requireDocument(inputs: Properties, account: AccountView): void {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(text(inputs, "uri") ?? "") ?? [];
  // A bucket of another stack or account is not in this ledger.
  if (account.find(tokens.bucket, bucket) === undefined) return;
  if (account.find(tokens.bucketObject, `${bucket}/${key}`) === undefined)
    throw new AwsError(
      "InvalidParameterValueException",
      CREATE,
      "The value supplied for parameter 'uri' is not valid. The object does not exist.",
    );
}
