import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";
import { eachOf } from "../values";

export const distributionNotPublic = defineRule({
  id: "imagebuilder-distribution-not-public",
  title: "Image Builder gives images to accounts or an organization, encrypted, and never to everybody.",
  severity: "critical",
  type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
  remedy:
    "Remove userGroups; name userIds, organizationArns or organizationalUnitArns, and a kmsKeyId that they may use.",
  references: [
    {
      title: "LaunchPermissionConfiguration",
      url: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_LaunchPermissionConfiguration.html",
    },
  ],
  evaluate: ({ distributions }, separately) =>
    separately(
      ...eachOf(distributions, ({ amiDistributionConfiguration: ami }, index) => {
        const permission = ami?.launchPermission;
        if (ami == null || permission == null) return [];
        const path = `distributions[${index}].amiDistributionConfiguration`;
        return separately(
          () => findGroups(permission.userGroups, `${path}.launchPermission.userGroups`),
          () =>
            // A copy under the default key cannot be shared: what is shared without a key is not encrypted.
            hasAny(permission.userIds) && typeof ami.kmsKeyId !== "string"
              ? [
                  {
                    path: `${path}.kmsKeyId`,
                    expected: "a key that the accounts may use",
                    got: Got.of(ami.kmsKeyId),
                  },
                ]
              : [],
        );
      }),
    ),
  examples: {
    pass: [
      {
        name: "gives encrypted images to an account",
        properties: {
          distributions: [
            {
              region: "eu-west-1",
              amiDistributionConfiguration: {
                kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1",
                launchPermission: { userIds: ["444455556666"] },
              },
            },
          ],
        },
      },
      {
        name: "keeps images to itself",
        properties: {
          distributions: [{ region: "eu-west-1", amiDistributionConfiguration: { name: "web" } }],
        },
      },
      { name: "distributes nothing", properties: { distributions: [] } },
    ],
    fail: [
      {
        name: "gives images to everybody",
        properties: {
          distributions: [
            {
              region: "eu-west-1",
              amiDistributionConfiguration: { launchPermission: { userGroups: ["all"] } },
            },
          ],
        },
        finds: [
          "distributions[0].amiDistributionConfiguration.launchPermission.userGroups: expected no group, got a list of 1",
        ],
      },
      {
        name: "gives images to an account without a key",
        properties: {
          distributions: [
            {
              region: "eu-west-1",
              amiDistributionConfiguration: { launchPermission: { userIds: ["444455556666"] } },
            },
          ],
        },
        finds: [
          "distributions[0].amiDistributionConfiguration.kmsKeyId: expected a key that the accounts may use, got no value",
        ],
      },
    ],
  },
});

function findGroups(groups: unknown, path: string): readonly Finding[] {
  return hasAny(groups) ? [{ path, expected: "no group", got: Got.of(groups) }] : [];
}

function hasAny(list: unknown): boolean {
  return list != null && (!Array.isArray(list) || list.length > 0);
}
