import { createHash } from "node:crypto";
import { AwsError } from "../awsError";
import { text } from "../types/reading";
import type { DataSource } from "./dataSource";

/**
 * The public parameters that hold an AMI's id:
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 * The names below a prefix are not listed, so a misspelt one resolves all the same.
 */
const publicImages: readonly RegExp[] = [
  /^\/aws\/service\/ami-amazon-linux-latest\/[\w.-]+$/,
  /^\/aws\/service\/ami-windows-latest\/[\w.-]+$/,
  /^\/aws\/service\/(canonical|debian|suse|rocky|freebsd|redhat)\/[\w./-]+$/,
  /^\/aws\/service\/bottlerocket\/[\w./-]+\/image_id$/,
  /^\/aws\/service\/ecs\/optimized-ami\/[\w./-]+\/image_id$/,
  /^\/aws\/service\/eks\/optimized-ami\/[\w./-]+\/image_id$/,
];

/** Not modelled: parameters of the account's own, and that AWS publishes a new AMI now and then. */
export const getParameter: DataSource = {
  token: "aws:ssm/getParameter:getParameter",
  source: "internal/service/ssm/parameter_data_source.go",
  invoke(args, caller) {
    const name = text(args, "name") ?? "";
    const region = text(args, "region") ?? caller.region;
    if (!publicImages.some((pattern) => pattern.test(name)))
      throw new AwsError(
        "ParameterNotFound",
        "SSM: GetParameter",
        `no parameter named ${name}: the simulated account holds the public AMI parameters only ` +
          "(sandbox/account/functions/getParameter.ts)",
      );
    const value = imageId(region, name);
    return {
      arn: `arn:${caller.partition}:ssm:${region}::parameter${name}`,
      id: name,
      insecureValue: value,
      name,
      region,
      type: "String",
      value,
      version: 1,
      withDecryption: args.withDecryption ?? true,
    };
  },
};

/** An AMI is another one in each region, and the same one every time. */
function imageId(region: string, name: string): string {
  return `ami-${createHash("sha256").update(`${region} ${name}`).digest("hex").slice(0, 17)}`;
}
