import type { Pack } from "../../../policies/pack";
import { defineRule } from "../../../policies/rule";

const wellFormed = {
  severity: "low",
  type: "aws:ebs/volume:Volume",
  remedy: "Nothing to do.",
  references: [{ title: "Amazon EBS", url: "https://docs.aws.amazon.com/ebs/" }],
  examples: {
    pass: [{ name: "passes", properties: { availabilityZone: "eu-west-1a" } }],
    fail: [{ name: "fails", properties: { availabilityZone: "eu-west-1a" }, finds: ["never"] }],
  },
} as const;

export const faulty: Pack = {
  name: "faulty",
  description: "A pack whose rules go wrong in the ways that rules can.",
  rules: [
    defineRule({
      ...wellFormed,
      id: "ebs-volume-throws",
      title: "A rule that throws, with a property in its message.",
      evaluate: (volume) => {
        throw new Error(`cannot judge ${volume.availabilityZone}`);
      },
    }),
    defineRule({
      ...wellFormed,
      id: "ebs-volume-reads-outpost",
      title: "A rule that reads one property.",
      evaluate: (volume) => (volume.outpostArn === "never" ? [] : []),
    }),
  ],
};
