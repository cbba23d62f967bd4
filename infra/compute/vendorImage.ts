import { getParameterOutput } from "@pulumi/aws/ssm";
import type * as pulumi from "@pulumi/pulumi";
import type { VendorImage } from "../images/revision";

/**
 * The id of today's image, not a reference to be resolved at launch: so that all instances of a version are alike,
 * and a new image shows up in a preview and reaches the fleet by a rollout.
 */
export function lookUpImage(imageParameter: string, opts: pulumi.InvokeOutputOptions): pulumi.Output<string> {
  // `value` would be a secret, and with it the whole template opaque to policies. Image ids are public.
  return getParameterOutput({ name: imageParameter }, opts).insecureValue;
}

/** The same with the version of the parameter, which tells one image of the vendor's from the next. */
export function lookUpVendorImage(
  imageParameter: string,
  opts: pulumi.InvokeOutputOptions,
): pulumi.Output<VendorImage> {
  return getParameterOutput({ name: imageParameter }, opts).apply(({ insecureValue, version }) => ({
    id: insecureValue,
    version,
  }));
}
