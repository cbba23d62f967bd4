import type { Pack } from "../pack";
import { imageBuilderRequiresImdsv2 } from "./rules/imageBuilderRequiresImdsv2";
import { instanceHopLimit } from "./rules/instanceHopLimit";
import { instanceMetadataDefaultsHopLimit } from "./rules/instanceMetadataDefaultsHopLimit";
import { instanceMetadataDefaultsRequireImdsv2 } from "./rules/instanceMetadataDefaultsRequireImdsv2";
import { instanceRequiresImdsv2 } from "./rules/instanceRequiresImdsv2";
import { instanceTagsInMetadata } from "./rules/instanceTagsInMetadata";
import { launchConfigurationHopLimit } from "./rules/launchConfigurationHopLimit";
import { launchConfigurationRequiresImdsv2 } from "./rules/launchConfigurationRequiresImdsv2";
import { launchTemplateHopLimit } from "./rules/launchTemplateHopLimit";
import { launchTemplateRequiresImdsv2 } from "./rules/launchTemplateRequiresImdsv2";
import { launchTemplateTagsInMetadata } from "./rules/launchTemplateTagsInMetadata";
import { spotFleetRequiresImdsv2 } from "./rules/spotFleetRequiresImdsv2";

export const imds: Pack = {
  name: "imds",
  description: "The Instance Metadata Service answers only to IMDSv2, and no further than it must.",
  rules: [
    launchTemplateRequiresImdsv2,
    launchTemplateHopLimit,
    instanceRequiresImdsv2,
    instanceHopLimit,
    instanceMetadataDefaultsRequireImdsv2,
    instanceMetadataDefaultsHopLimit,
    launchConfigurationHopLimit,
    launchConfigurationRequiresImdsv2,
    spotFleetRequiresImdsv2,
    imageBuilderRequiresImdsv2,
    launchTemplateTagsInMetadata,
    instanceTagsInMetadata,
  ],
};
