import { requireSetting } from "../requireSetting";

export const workspaceRootVolumeEncrypted = requireSetting({
  id: "workspaces-workspace-root-volume-encrypted",
  title: "WorkSpaces encrypt their root volume.",
  severity: "high",
  type: "aws:workspaces/workspace:Workspace",
  property: "rootVolumeEncryptionEnabled",
  leftOut: "violates",
  fsbp: "WorkSpaces.2",
  references: [
    {
      title: "Encrypted WorkSpaces",
      url: "https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html",
    },
  ],
  rest: { bundleId: "wsb-bh8rsxt14", directoryId: "d-906732325d", userName: "jane" },
});
