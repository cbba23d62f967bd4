import { defineRule } from "../../rule";
import { findForce } from "../forcedDeletion";

export const vaultForceDestroy = defineRule({
  id: "backup-vault-no-force-destroy",
  title: "Backup vaults in production are not deleted together with what is in them.",
  severity: "high",
  type: "aws:backup/vault:Vault",
  remedy: "Set forceDestroy to false: AWS then refuses to delete a vault that holds recovery points.",
  references: [
    {
      title: "Deleting a backup vault",
      url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html",
    },
  ],
  evaluate: ({ forceDestroy, tags }, _, context) => findForce("forceDestroy", forceDestroy, tags, context),
  examples: {
    pass: [
      { name: "keeps what is in it", properties: { forceDestroy: false } },
      { name: "leaves it out, which keeps it", properties: {} },
      { name: "is for a preview", environment: "preview", properties: { forceDestroy: true } },
    ],
    fail: [
      {
        name: "is emptied to be deleted",
        properties: { forceDestroy: true },
        finds: ["forceDestroy: expected false in production, got true"],
      },
    ],
  },
});
