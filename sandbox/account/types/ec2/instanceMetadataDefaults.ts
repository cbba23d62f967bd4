import { ACCOUNT_ID } from "../../account";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { number } from "../reading";
import { tokens } from "../tokens";

const noPreference: Properties = {
  httpEndpoint: "no-preference",
  httpPutResponseHopLimit: -1,
  httpTokens: "no-preference",
  instanceMetadataTags: "no-preference",
};
const settings = Object.keys(noPreference);

/** The one setting of IMDS for new instances; deleting it means "no preference" again. Not modelled: a second region's. */
export const instanceMetadataDefaults: ResourceType = {
  token: tokens.instanceMetadataDefaults,
  source: "internal/service/ec2/ec2_instance_metadata_defaults.go",
  replaceOn: [],
  defaults: noPreference,
  computed: [],
  validate(inputs) {
    const hopLimit = number(inputs, "httpPutResponseHopLimit");
    return [
      ...(settings.some((name) => inputs[name] !== noPreference[name])
        ? []
        : [{ property: "httpTokens", reason: `expected at least one of ${settings.join(", ")}` }]),
      ...(hopLimit === undefined || hopLimit === -1 || (hopLimit >= 1 && hopLimit <= 64)
        ? []
        : [{ property: "httpPutResponseHopLimit", reason: `expected 1 to 64, or -1, got ${hopLimit}` }]),
    ];
  },
  create: () => ({ id: ACCOUNT_ID, outputs: {} }),
  naturalId: () => ACCOUNT_ID,
};
