import type { Pack } from "../pack";
import { alarmHasAction } from "./rules/alarmHasAction";
import { allowedImages } from "./rules/allowedImages";
import { amiNotPublic } from "./rules/amiNotPublic";
import { attachmentNoAdministrator } from "./rules/attachmentNoAdministrator";
import { bucketForceDestroy } from "./rules/bucketForceDestroy";
import { cacheBackup } from "./rules/cacheBackup";
import { cacheFailover } from "./rules/cacheFailover";
import { clusterMultiAz } from "./rules/clusterMultiAz";
import { databaseBackup } from "./rules/databaseBackup";
import { databaseDeletionProtection } from "./rules/databaseDeletionProtection";
import { databaseFinalSnapshot } from "./rules/databaseFinalSnapshot";
import { databaseMultiAz } from "./rules/databaseMultiAz";
import { distributionNotPublic } from "./rules/distributionNotPublic";
import { eipInUse } from "./rules/eipInUse";
import { fleetPinnedTemplateVersion } from "./rules/fleetPinnedTemplateVersion";
import { groupElbHealthCheck } from "./rules/groupElbHealthCheck";
import { groupSpansZones } from "./rules/groupSpansZones";
import { imageAge } from "./rules/imageAge";
import { imageBuilderNoKeyPair } from "./rules/imageBuilderNoKeyPair";
import { ingressRuleNoOpenAdminPorts } from "./rules/ingressRuleNoOpenAdminPorts";
import { instanceNoPublicIp } from "./rules/instanceNoPublicIp";
import { launchHookIsInitial } from "./rules/launchHookIsInitial";
import { launchTemplateNoPublicIp } from "./rules/launchTemplateNoPublicIp";
import { logGroupRetention } from "./rules/logGroupRetention";
import { networkAclNoOpenAdminPorts } from "./rules/networkAclNoOpenAdminPorts";
import { networkAclRuleNoOpenAdminPorts } from "./rules/networkAclRuleNoOpenAdminPorts";
import { noKeyPair } from "./rules/noKeyPair";
import { pinnedTemplateVersion } from "./rules/pinnedTemplateVersion";
import { policyNoWildcardActions } from "./rules/policyNoWildcardActions";
import { policyNoWildcardResources } from "./rules/policyNoWildcardResources";
import { publicSharingBlocked } from "./rules/publicSharingBlocked";
import { repositoryForceDelete } from "./rules/repositoryForceDelete";
import { roleInlinePolicies } from "./rules/roleInlinePolicies";
import { roleNoAdministrator } from "./rules/roleNoAdministrator";
import { roleTrust } from "./rules/roleTrust";
import { securityGroupNoOpenAdminPorts } from "./rules/securityGroupNoOpenAdminPorts";
import { securityGroupRuleNoOpenAdminPorts } from "./rules/securityGroupRuleNoOpenAdminPorts";
import { sharedAmiEncrypted } from "./rules/sharedAmiEncrypted";
import { snapshotNotPublic } from "./rules/snapshotNotPublic";
import { sourceDestCheck } from "./rules/sourceDestCheck";
import { spotFleetNoKeyPair } from "./rules/spotFleetNoKeyPair";
import { spotFleetNoPublicIp } from "./rules/spotFleetNoPublicIp";
import { subnetNoPublicIp } from "./rules/subnetNoPublicIp";
import { tableBackup } from "./rules/tableBackup";
import { tableProtected } from "./rules/tableProtected";
import { vaultForceDestroy } from "./rules/vaultForceDestroy";

export const fleet: Pack = {
  name: "fleet",
  description: "What fleets of EC2 instances go wrong with, from template versions to roles and alarms.",
  rules: [
    pinnedTemplateVersion,
    fleetPinnedTemplateVersion,
    groupSpansZones,
    groupElbHealthCheck,
    launchHookIsInitial,
    imageAge,
    allowedImages,
    instanceNoPublicIp,
    launchTemplateNoPublicIp,
    spotFleetNoPublicIp,
    subnetNoPublicIp,
    securityGroupNoOpenAdminPorts,
    securityGroupRuleNoOpenAdminPorts,
    ingressRuleNoOpenAdminPorts,
    networkAclNoOpenAdminPorts,
    networkAclRuleNoOpenAdminPorts,
    sourceDestCheck,
    eipInUse,
    noKeyPair,
    spotFleetNoKeyPair,
    imageBuilderNoKeyPair,
    policyNoWildcardActions,
    policyNoWildcardResources,
    roleInlinePolicies,
    roleTrust,
    roleNoAdministrator,
    attachmentNoAdministrator,
    amiNotPublic,
    sharedAmiEncrypted,
    snapshotNotPublic,
    distributionNotPublic,
    publicSharingBlocked,
    databaseDeletionProtection,
    databaseBackup,
    databaseFinalSnapshot,
    databaseMultiAz,
    clusterMultiAz,
    tableProtected,
    tableBackup,
    cacheFailover,
    cacheBackup,
    bucketForceDestroy,
    vaultForceDestroy,
    repositoryForceDelete,
    logGroupRetention,
    alarmHasAction,
  ],
};
