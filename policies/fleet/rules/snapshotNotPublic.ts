import { Got } from "../../got";
import { defineRule } from "../../rule";

export const snapshotNotPublic = defineRule({
  id: "ec2-snapshot-not-public",
  title: "Snapshots are shared with accounts, never with everybody.",
  severity: "critical",
  type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
  remedy: "Name the account that needs the snapshot.",
  fsbp: "EC2.1",
  references: [
    {
      title: "EC2.1: EBS snapshots should not be publicly restorable",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1",
    },
  ],
  evaluate: ({ accountId }) =>
    typeof accountId === "string" && /^\d{12}$/.test(accountId)
      ? []
      : [{ path: "accountId", expected: "the number of an account", got: Got.of(accountId, ["all"]) }],
  examples: {
    pass: [{ name: "names an account", properties: { snapshotId: "snap-1", accountId: "111122223333" } }],
    fail: [
      {
        name: "is for everybody",
        properties: { snapshotId: "snap-1", accountId: "all" },
        finds: ['accountId: expected the number of an account, got "all"'],
      },
    ],
  },
});
