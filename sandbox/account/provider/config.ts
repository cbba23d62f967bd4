import type { Properties } from "../values";

/** What `new aws.Provider` says, as far as the account models it. */
export interface ProviderConfig {
  /** E.g. `eu-west-1`. */
  region: string;
  /** On every taggable resource, below its own tags. Values are strings, or unknown during a preview. */
  defaultTags: Properties;
}
