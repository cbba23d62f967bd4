import type { AccountView } from "../../accountView";
import type { Properties, Value } from "../../values";
import { block } from "../reading";
import { tokens } from "../tokens";

/** What EC2 takes when neither the launch nor the region's defaults say otherwise. */
const ofEc2: Properties = {
  httpEndpoint: "enabled",
  httpProtocolIpv6: "disabled",
  httpPutResponseHopLimit: 1,
  httpTokens: "optional",
  instanceMetadataTags: "disabled",
};

/**
 * An instance's IMDS options: the launch decides, then the region's defaults, then EC2.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html#instance-metadata-options-order-of-precedence
 * Not modelled: what the image asks for.
 */
export function metadataOptions(inputs: Properties, account: AccountView): Properties {
  const [defaults] = account.all(tokens.instanceMetadataDefaults);
  const preferred = Object.entries(ofEc2).map(([name, fallback]): [string, Value] => {
    const value = defaults?.properties[name];
    return [name, value === undefined || value === "no-preference" || value === -1 ? fallback : value];
  });
  return { ...Object.fromEntries(preferred), ...block(inputs, "metadataOptions") };
}
