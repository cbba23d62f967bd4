import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { eachOf } from "../values";

const movingVersions = ["$Latest", "$Default"];

export const pinnedTemplateVersion = defineRule({
  id: "autoscaling-group-pinned-template-version",
  title:
    "Groups launch from a numbered template version: a moving one changes under a running group, starts no rollout and cannot be rolled back.",
  severity: "high",
  type: "aws:autoscaling/group:Group",
  remedy: "Set the version to the template's latestVersion, as text.",
  references: [
    {
      title: "Instance refresh: a rollback needs a numbered version, not $Latest or $Default",
      url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html",
    },
  ],
  evaluate: ({ launchTemplate, mixedInstancesPolicy }, separately) =>
    separately(
      () => (launchTemplate == null ? [] : findMoving(launchTemplate.version, "launchTemplate")),
      () => {
        const mixed = mixedInstancesPolicy?.launchTemplate;
        if (mixed == null) return [];
        const path = "mixedInstancesPolicy.launchTemplate";
        return separately(
          () => findMoving(mixed.launchTemplateSpecification?.version, `${path}.launchTemplateSpecification`),
          ...eachOf(mixed.overrides, ({ launchTemplateSpecification: own }, index) =>
            own == null
              ? []
              : findMoving(own.version, `${path}.overrides[${index}].launchTemplateSpecification`),
          ),
        );
      },
    ),
  examples: {
    pass: [
      {
        name: "pins the number of a version",
        properties: { minSize: 1, maxSize: 2, launchTemplate: { id: "lt-0123456789abcdef0", version: "3" } },
      },
      {
        name: "pins the numbers of all versions that it mixes",
        properties: {
          minSize: 1,
          maxSize: 2,
          mixedInstancesPolicy: {
            launchTemplate: {
              launchTemplateSpecification: { launchTemplateId: "lt-0123456789abcdef0", version: "3" },
              overrides: [
                { instanceType: "m6i.large" },
                {
                  instanceType: "m7g.large",
                  launchTemplateSpecification: { launchTemplateId: "lt-0fedcba9876543210", version: "1" },
                },
              ],
            },
          },
        },
      },
      { name: "uses no launch template", properties: { minSize: 1, maxSize: 2, launchConfiguration: "web" } },
    ],
    fail: [
      {
        name: "follows the latest version",
        properties: {
          minSize: 1,
          maxSize: 2,
          launchTemplate: { id: "lt-0123456789abcdef0", version: "$Latest" },
        },
        finds: ['launchTemplate.version: expected the number of a version, got "$Latest"'],
      },
      {
        name: "leaves the version out, which is $Default",
        properties: { minSize: 1, maxSize: 2, launchTemplate: { name: "web" } },
        finds: ["launchTemplate.version: expected the number of a version, got no value"],
      },
      {
        name: "mixes moving versions",
        properties: {
          minSize: 1,
          maxSize: 2,
          mixedInstancesPolicy: {
            launchTemplate: {
              launchTemplateSpecification: { launchTemplateId: "lt-0123456789abcdef0", version: "$Default" },
              overrides: [
                {
                  instanceType: "m7g.large",
                  launchTemplateSpecification: { launchTemplateId: "lt-0fedcba9876543210" },
                },
              ],
            },
          },
        },
        finds: [
          'mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version: expected the number of a version, got "$Default"',
          "mixedInstancesPolicy.launchTemplate.overrides[0].launchTemplateSpecification.version: expected the number of a version, got no value",
        ],
      },
    ],
  },
});

export function findMoving(version: unknown, path: string): readonly Finding[] {
  if (
    /^\d+$/.test(typeof version === "number" ? String(version) : typeof version === "string" ? version : "")
  )
    return [];
  return [
    {
      path: `${path}.version`,
      expected: "the number of a version",
      got: Got.of(version, movingVersions),
    },
  ];
}
