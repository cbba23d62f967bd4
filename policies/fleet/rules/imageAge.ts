import { Got } from "../../got";
import { defineRule } from "../../rule";
import { oldestImageDays } from "./allowedImages";

/** How a program says when its image was built: neither an id nor a parameter tells a policy. */
export const imageBuiltTag = "bakeline:image-built";

const millisecondsPerDay = 86_400_000;

interface Launch {
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export const imageAge = defineRule({
  id: "ec2-image-age",
  title: "What is launched was built within half a year, where its tag tells the day.",
  severity: "medium",
  type: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance"],
  remedy: "Bake the image anew.",
  references: [
    {
      title: "Keep your AMIs up to date: deprecate an Amazon EC2 AMI",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html",
    },
  ],
  evaluate: ({ tags }: Launch, _, { today }) => {
    const built: unknown = tags?.[imageBuiltTag];
    if (built == null) return [];
    const day = typeof built === "string" ? Date.parse(built) : Number.NaN;
    const age = Math.floor((today.getTime() - day) / millisecondsPerDay);
    if (age <= oldestImageDays) return [];
    return [
      {
        path: `tags.${imageBuiltTag}`,
        expected: `a day at most ${oldestImageDays} days ago`,
        got: Number.isNaN(age) ? Got.of(built) : Got.of(`${age} days ago`, [`${age} days ago`]),
      },
    ];
  },
  examples: {
    pass: [
      { name: "was built in June", properties: { tags: { "bakeline:image-built": "2026-06-01" } } },
      { name: "does not tell when its image was built", properties: {} },
    ],
    fail: [
      {
        name: "was built last year",
        properties: { tags: { "bakeline:image-built": "2025-08-01" } },
        finds: ['tags.bakeline:image-built: expected a day at most 180 days ago, got "365 days ago"'],
      },
      {
        name: "tells no day",
        properties: { tags: { "bakeline:image-built": "recently" } },
        finds: [
          "tags.bakeline:image-built: expected a day at most 180 days ago, got a string of 8 characters",
        ],
      },
    ],
  },
});
