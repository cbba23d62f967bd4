import { Got } from "../../got";
import { defineRule } from "../../rule";

interface Block {
  readonly state?: string | undefined;
}

export const publicSharingBlocked = defineRule({
  id: "ec2-public-sharing-blocked",
  title: "The account lets nobody share an image or a snapshot with everybody.",
  severity: "high",
  type: [
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  ],
  remedy: 'Set state to "block-new-sharing" for images and to "block-all-sharing" for snapshots.',
  fsbp: "EC2.182",
  references: [
    {
      title: "EC2.182: EBS snapshots should not be publicly accessible",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-182",
    },
  ],
  evaluate: ({ state }: Block, _, { type }) => {
    const wanted = type.startsWith("aws:ebs/") ? "block-all-sharing" : "block-new-sharing";
    if (state === wanted) return [];
    return [
      { path: "state", expected: `"${wanted}"`, got: Got.of(state, ["unblocked", "block-new-sharing"]) },
    ];
  },
  examples: {
    pass: [
      { name: "blocks it for images", properties: { state: "block-new-sharing" } },
      {
        name: "blocks it for snapshots",
        type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
        properties: { state: "block-all-sharing" },
      },
    ],
    fail: [
      {
        name: "allows it for images",
        properties: { state: "unblocked" },
        finds: ['state: expected "block-new-sharing", got "unblocked"'],
      },
      {
        name: "keeps what is shared of snapshots",
        type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
        properties: { state: "block-new-sharing" },
        finds: ['state: expected "block-all-sharing", got "block-new-sharing"'],
      },
    ],
  },
});
