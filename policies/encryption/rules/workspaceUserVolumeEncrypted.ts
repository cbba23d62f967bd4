import { requireSetting } from "../requireSetting";

export const workspaceUserVolumeEncrypted = requireSetting({
  id: "workspaces-workspace-user-volume-encrypted",
  title: "WorkSpaces encrypt their user volume.",
  severity: "high",
  type: "aws:workspaces/workspace:Workspace",
  property: "userVolumeEncryptionEnabled",
  leftOut: "violates",
  fsbp: "WorkSpaces.1",
  references: [
    {
      title: "Encrypted WorkSpaces",
      url: "https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html",
    },
  ],
  rest: { bundleId: "wsb-bh8rsxt14", directoryId: "d-906732325d", userName: "jane" },
});
