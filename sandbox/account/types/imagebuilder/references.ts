import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { text } from "../reading";

/** How Image Builder writes a name in an ARN. */
function arnName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9-_]/g, "-");
}

/** `component/web-full/1.0.7` of these inputs, in this account. */
export function builderArn(account: AccountView, kind: string, inputs: Properties): string {
  const name = arnName(text(inputs, "name") ?? "");
  const version = text(inputs, "version");
  return regionalArn(account, "imagebuilder", `${kind}/${name}${version === undefined ? "" : `/${version}`}`);
}

/** @throws AwsError when there is none with this ARN */
export function requireByArn(account: AccountView, operation: string, token: string, arn: string): Entry {
  const found = account.find(token, arn);
  if (found === undefined)
    throw new AwsError("ResourceNotFoundException", operation, `The resource ${arn} does not exist`);
  return found;
}

/** Image Builder takes a name, or a name and version, once. @throws AwsError */
export function refuseSecond(account: AccountView, operation: string, token: string, arn: string): void {
  if (account.find(token, arn) !== undefined)
    throw new AwsError(
      "ResourceAlreadyExistsException",
      operation,
      `The following resource already exists: '${arn}'`,
    );
}

/** @throws AwsError while others are made of it */
export function refuseInUse(operation: string, arn: string, users: readonly Entry[]): void {
  const [first] = users;
  if (first !== undefined)
    throw new AwsError(
      "ResourceDependencyException",
      operation,
      `Resource dependency error: The resource ARN '${arn}' has other resources depended on it: ['${first.id}']`,
    );
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html */
export function checkVersion(inputs: Properties) {
  const version = text(inputs, "version");
  return version === undefined || /^\d+\.\d+\.\d+$/.test(version)
    ? []
    : [{ property: "version", reason: `expected <major>.<minor>.<patch>, got "${version}"` }];
}
