import { Got } from "../../got";
import { defineRule } from "../../rule";

export const amiNotPublic = defineRule({
  id: "ec2-ami-not-public",
  title: "Images are shared with accounts or an organization, never with everybody.",
  severity: "critical",
  type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
  remedy: "Name the account, organizationArn or organizationalUnitArn that needs the image.",
  references: [
    {
      title: "Make your AMI publicly available, and what to think of first",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
    },
  ],
  evaluate: ({ group }) =>
    group == null || group === ""
      ? []
      : [{ path: "group", expected: "no group", got: Got.of(group, ["all"]) }],
  examples: {
    pass: [
      {
        name: "names an account",
        properties: { imageId: "ami-0123456789abcdef0", accountId: "111122223333" },
      },
    ],
    fail: [
      {
        name: "is for everybody",
        properties: { imageId: "ami-0123456789abcdef0", group: "all" },
        finds: ['group: expected no group, got "all"'],
      },
    ],
  },
});
