import { defineRule } from "../../rule";
import { eachOf } from "../../values";
import { findUnencrypted } from "../ebsVolume";

const policy = {
  description: "Daily snapshots",
  executionRoleArn: "arn:aws:iam::111122223333:role/snapshots",
};
const retainRule = { interval: 14, intervalUnit: "DAYS" };

export const snapshotLifecycleCopiesEncrypted = defineRule({
  id: "dlm-lifecycle-policy-copies-encrypted",
  title: "Snapshots that a lifecycle policy copies to another Region or account are encrypted there.",
  severity: "high",
  type: "aws:dlm/lifecyclePolicy:LifecyclePolicy",
  remedy: "Set encrypted to true in each cross-Region copy rule.",
  references: [
    {
      title: "CrossRegionCopyRule: Encrypted",
      url: "https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html",
    },
  ],
  evaluate: ({ policyDetails: details }, separately) => {
    const rules = eachOf(details?.schedules, (schedule, s) => {
      const copies = eachOf(schedule.crossRegionCopyRules, ({ encrypted }, c) =>
        findUnencrypted(encrypted, `policyDetails.schedules[${s}].crossRegionCopyRules[${c}]`),
      );
      return separately(...copies);
    });
    const actions = () => {
      const copies = eachOf(details?.action?.crossRegionCopies, ({ encryptionConfiguration }, c) =>
        findUnencrypted(
          encryptionConfiguration?.encrypted,
          `policyDetails.action.crossRegionCopies[${c}].encryptionConfiguration`,
        ),
      );
      return separately(...copies);
    };
    return separately(...rules, actions);
  },
  examples: {
    pass: [
      {
        name: "encrypts its copies",
        properties: {
          ...policy,
          state: "ENABLED",
          policyDetails: {
            schedules: [
              {
                name: "daily",
                createRule: { interval: 24 },
                retainRule: { count: 14 },
                crossRegionCopyRules: [{ target: "eu-central-1", encrypted: true, retainRule }],
              },
            ],
          },
        },
      },
      { name: "copies nothing", properties: { ...policy, policyDetails: {} } },
    ],
    fail: [
      {
        name: "copies snapshots as they are",
        properties: {
          ...policy,
          policyDetails: {
            schedules: [
              {
                name: "daily",
                createRule: { interval: 24 },
                retainRule: { count: 14 },
                crossRegionCopyRules: [{ target: "eu-central-1", encrypted: false, retainRule }],
              },
            ],
            action: {
              name: "copy",
              crossRegionCopies: [{ target: "eu-central-1", encryptionConfiguration: {} }],
            },
          },
        },
        finds: [
          "policyDetails.action.crossRegionCopies[0].encryptionConfiguration.encrypted: expected true, got no value",
          "policyDetails.schedules[0].crossRegionCopyRules[0].encrypted: expected true, got false",
        ],
      },
    ],
  },
});
