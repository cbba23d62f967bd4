import type { DataSource } from "./dataSource";

/** The account's root user never deploys; the caller is a role session named after this project. */
export const getCallerIdentity: DataSource = {
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  source: "internal/service/sts/caller_identity_data_source.go",
  invoke(_args, { accountId, partition }) {
    return {
      accountId,
      arn: `arn:${partition}:sts::${accountId}:assumed-role/deployer/bakeline`,
      id: accountId,
      userId: "AROAEXAMPLEDEPLOYER:bakeline",
    };
  },
};
