import type { Pack } from "../pack";
import { actedOnAtBoot } from "./rules/actedOnAtBoot";
import { noLoggedCredentials } from "./rules/noLoggedCredentials";
import { noSecrets } from "./rules/noSecrets";
import { noSuppressions } from "./rules/noSuppressions";
import { readable } from "./rules/readable";
import { requiresImdsv2Calls } from "./rules/requiresImdsv2Calls";
import { withinLimit } from "./rules/withinLimit";

export const userData: Pack = {
  name: "user-data",
  description:
    "Nothing that reaches an instance holds a secret, or what EC2, cloud-init or EC2Launch would trip over.",
  rules: [
    noSecrets,
    noSuppressions,
    noLoggedCredentials,
    requiresImdsv2Calls,
    withinLimit,
    actedOnAtBoot,
    readable,
  ],
};
