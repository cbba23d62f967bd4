import type { ResourceType } from "../../resourceType";
import { blocks, given, text } from "../reading";
import { tokens } from "../tokens";
import { builderArn, refuseSecond } from "./references";

/** A lifecycle policy. Not modelled: that it runs every day; what a run would delete, findRetired.ts says. */
export const lifecyclePolicy: ResourceType = {
  token: tokens.imageLifecyclePolicy,
  source: "internal/service/imagebuilder/lifecycle_policy.go",
  replaceOn: ["name"],
  unordered: ["policyDetails", "resourceSelection.recipes"],
  autoName: "none",
  computed: ["arn"],
  validate(inputs) {
    const details = blocks(inputs, "policyDetails");
    return [
      ...(given(inputs, "policyDetails") && details.length > 3
        ? [{ property: "policyDetails", reason: `expected 1 to 3, got ${details.length}` }]
        : []),
      ...(given(inputs, "name") ? [] : [{ property: "name", reason: "expected a name" }]),
      ...(["AMI_IMAGE", "CONTAINER_IMAGE", undefined].includes(text(inputs, "resourceType"))
        ? []
        : [{ property: "resourceType", reason: "expected AMI_IMAGE or CONTAINER_IMAGE" }]),
    ];
  },
  create(inputs, account) {
    const arn = builderArn(account, "lifecycle-policy", inputs);
    refuseSecond(account, "Image Builder: CreateLifecyclePolicy", tokens.imageLifecyclePolicy, arn);
    return { id: arn, outputs: { arn } };
  },
};
