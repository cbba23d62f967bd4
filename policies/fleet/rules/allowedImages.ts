import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { eachOf, numberOf } from "../values";

/** Half a year: what was baked before lacks two quarters of security updates. */
export const oldestImageDays = 180;

export const allowedImages = defineRule({
  id: "ec2-allowed-images-by-owner-and-age",
  title: "The account launches images of named owners only, and none that is older than half a year.",
  severity: "medium",
  type: "aws:ec2/allowedImagesSettings:AllowedImagesSettings",
  remedy: `Set state to "enabled", and in each criterion imageProviders and creationDateCondition.maximumDaysSinceCreated of at most ${oldestImageDays}.`,
  references: [
    {
      title: "Control the discovery and use of AMIs in Amazon EC2 with Allowed AMIs",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html",
    },
  ],
  evaluate: ({ state, imageCriterions }, separately) =>
    separately(
      () =>
        state === "enabled"
          ? []
          : [{ path: "state", expected: '"enabled"', got: Got.of(state, ["disabled", "audit-mode"]) }],
      () =>
        imageCriterions == null || !Array.isArray(imageCriterions) || imageCriterions.length === 0
          ? [{ path: "imageCriterions", expected: "at least one criterion", got: Got.of(imageCriterions) }]
          : [],
      ...eachOf(imageCriterions, ({ imageProviders, creationDateCondition: age }, index) => {
        const path = `imageCriterions[${index}]`;
        return separately(
          () => findAnyOwner(imageProviders, `${path}.imageProviders`),
          () =>
            findOld(age?.maximumDaysSinceCreated, `${path}.creationDateCondition.maximumDaysSinceCreated`),
        );
      }),
    ),
  examples: {
    pass: [
      {
        name: "names owners and an age",
        properties: {
          state: "enabled",
          imageCriterions: [
            {
              imageProviders: ["amazon", "111122223333"],
              creationDateCondition: { maximumDaysSinceCreated: 90 },
            },
          ],
        },
      },
    ],
    fail: [
      {
        name: "only watches",
        properties: {
          state: "audit-mode",
          imageCriterions: [
            { imageProviders: ["amazon"], creationDateCondition: { maximumDaysSinceCreated: 90 } },
          ],
        },
        finds: ['state: expected "enabled", got "audit-mode"'],
      },
      {
        name: "has no criterion",
        properties: { state: "enabled" },
        finds: ["imageCriterions: expected at least one criterion, got no value"],
      },
      {
        name: "leaves owner and age open",
        properties: { state: "enabled", imageCriterions: [{ imageNames: ["web-*"] }] },
        finds: [
          "imageCriterions[0].creationDateCondition.maximumDaysSinceCreated: expected at most 180 days, got no value",
          "imageCriterions[0].imageProviders: expected named owners, got no value",
        ],
      },
    ],
  },
});

function findAnyOwner(providers: unknown, path: string): readonly Finding[] {
  const named = Array.isArray(providers) && providers.length > 0 && !providers.includes("none");
  return named ? [] : [{ path, expected: "named owners", got: Got.of(providers) }];
}

function findOld(days: unknown, path: string): readonly Finding[] {
  const limit = numberOf(days);
  return limit !== undefined && limit <= oldestImageDays
    ? []
    : [{ path, expected: `at most ${oldestImageDays} days`, got: Got.of(days) }];
}
