import type { Pack } from "../pack";
import { amiCopyEncrypted } from "./rules/amiCopyEncrypted";
import { amiEbsEncrypted } from "./rules/amiEbsEncrypted";
import { apigatewayCacheEncrypted } from "./rules/apigatewayCacheEncrypted";
import { apigatewayDomainTls } from "./rules/apigatewayDomainTls";
import { appsyncCacheEncryptedAtRest } from "./rules/appsyncCacheEncryptedAtRest";
import { appsyncCacheEncryptedInTransit } from "./rules/appsyncCacheEncryptedInTransit";
import { bucketPolicyTls } from "./rules/bucketPolicyTls";
import { cacheClusterEncryptedInTransit } from "./rules/cacheClusterEncryptedInTransit";
import { cacheUserAuthenticates } from "./rules/cacheUserAuthenticates";
import { classicListenersEncrypted } from "./rules/classicListenersEncrypted";
import { classicTlsPolicy } from "./rules/classicTlsPolicy";
import { codebuildArtifactsEncrypted } from "./rules/codebuildArtifactsEncrypted";
import { codebuildReportsEncrypted } from "./rules/codebuildReportsEncrypted";
import { codebuildS3LogsEncrypted } from "./rules/codebuildS3LogsEncrypted";
import { containerRecipeEbsEncrypted } from "./rules/containerRecipeEbsEncrypted";
import { customerKeyInProduction } from "./rules/customerKeyInProduction";
import { daxClusterEncrypted } from "./rules/daxClusterEncrypted";
import { daxClusterTls } from "./rules/daxClusterTls";
import { distributionOriginsHttps } from "./rules/distributionOriginsHttps";
import { distributionTlsVersion } from "./rules/distributionTlsVersion";
import { distributionViewersHttps } from "./rules/distributionViewersHttps";
import { dmsEndpointTls } from "./rules/dmsEndpointTls";
import { docdbClusterEncrypted } from "./rules/docdbClusterEncrypted";
import { docdbGlobalClusterEncrypted } from "./rules/docdbGlobalClusterEncrypted";
import { docdbParameterGroupTls } from "./rules/docdbParameterGroupTls";
import { ecsServiceVolumesEncrypted } from "./rules/ecsServiceVolumesEncrypted";
import { ecsTaskFileSystemTls } from "./rules/ecsTaskFileSystemTls";
import { efsFileSystemEncrypted } from "./rules/efsFileSystemEncrypted";
import { elasticsearchDomainEncryptedAtRest } from "./rules/elasticsearchDomainEncryptedAtRest";
import { elasticsearchDomainHttps } from "./rules/elasticsearchDomainHttps";
import { elasticsearchDomainNodeToNodeEncrypted } from "./rules/elasticsearchDomainNodeToNodeEncrypted";
import { elasticsearchDomainTlsPolicy } from "./rules/elasticsearchDomainTlsPolicy";
import { emrSecurityConfiguration } from "./rules/emrSecurityConfiguration";
import { encryptionByDefaultEnabled } from "./rules/encryptionByDefaultEnabled";
import { firehoseStreamEncrypted } from "./rules/firehoseStreamEncrypted";
import { glueCatalogEncrypted } from "./rules/glueCatalogEncrypted";
import { glueSecurityConfiguration } from "./rules/glueSecurityConfiguration";
import { imageRecipeEbsEncrypted } from "./rules/imageRecipeEbsEncrypted";
import { instanceEbsEncrypted } from "./rules/instanceEbsEncrypted";
import { keyPolicyClosed } from "./rules/keyPolicyClosed";
import { keyRotated } from "./rules/keyRotated";
import { kinesisStreamEncrypted } from "./rules/kinesisStreamEncrypted";
import { launchConfigurationEbsEncrypted } from "./rules/launchConfigurationEbsEncrypted";
import { launchTemplateEbsEncrypted } from "./rules/launchTemplateEbsEncrypted";
import { listenerEncrypted } from "./rules/listenerEncrypted";
import { listenerTlsPolicy } from "./rules/listenerTlsPolicy";
import { memorydbClusterAuthenticates } from "./rules/memorydbClusterAuthenticates";
import { memorydbClusterTls } from "./rules/memorydbClusterTls";
import { mskClusterBrokerTls } from "./rules/mskClusterBrokerTls";
import { mskClusterClientTls } from "./rules/mskClusterClientTls";
import { mskConnectorTls } from "./rules/mskConnectorTls";
import { neptuneClusterEncrypted } from "./rules/neptuneClusterEncrypted";
import { neptuneGlobalClusterEncrypted } from "./rules/neptuneGlobalClusterEncrypted";
import { neptuneParameterGroupTls } from "./rules/neptuneParameterGroupTls";
import { opensearchDomainEncryptedAtRest } from "./rules/opensearchDomainEncryptedAtRest";
import { opensearchDomainHttps } from "./rules/opensearchDomainHttps";
import { opensearchDomainNodeToNodeEncrypted } from "./rules/opensearchDomainNodeToNodeEncrypted";
import { opensearchDomainTlsPolicy } from "./rules/opensearchDomainTlsPolicy";
import { queueEncrypted } from "./rules/queueEncrypted";
import { rdsClusterEncrypted } from "./rules/rdsClusterEncrypted";
import { rdsClusterParameterGroupTls } from "./rules/rdsClusterParameterGroupTls";
import { rdsGlobalClusterEncrypted } from "./rules/rdsGlobalClusterEncrypted";
import { rdsInstanceEncrypted } from "./rules/rdsInstanceEncrypted";
import { rdsLogsExported } from "./rules/rdsLogsExported";
import { rdsParameterGroupTls } from "./rules/rdsParameterGroupTls";
import { rdsProxyTls } from "./rules/rdsProxyTls";
import { redshiftClusterEncrypted } from "./rules/redshiftClusterEncrypted";
import { redshiftParameterGroupTls } from "./rules/redshiftParameterGroupTls";
import { redshiftWorkgroupTls } from "./rules/redshiftWorkgroupTls";
import { replicationGroupAuthenticates } from "./rules/replicationGroupAuthenticates";
import { replicationGroupEncryptedAtRest } from "./rules/replicationGroupEncryptedAtRest";
import { replicationGroupEncryptedInTransit } from "./rules/replicationGroupEncryptedInTransit";
import { serverlessCacheAuthenticates } from "./rules/serverlessCacheAuthenticates";
import { snapshotCopyEncrypted } from "./rules/snapshotCopyEncrypted";
import { snapshotImportEncrypted } from "./rules/snapshotImportEncrypted";
import { snapshotLifecycleCopiesEncrypted } from "./rules/snapshotLifecycleCopiesEncrypted";
import { spotFleetRequestEbsEncrypted } from "./rules/spotFleetRequestEbsEncrypted";
import { spotInstanceRequestEbsEncrypted } from "./rules/spotInstanceRequestEbsEncrypted";
import { ssmParameterSecure } from "./rules/ssmParameterSecure";
import { tableKmsKey } from "./rules/tableKmsKey";
import { topicEncrypted } from "./rules/topicEncrypted";
import { topicSubscriptionHttps } from "./rules/topicSubscriptionHttps";
import { trailEncrypted } from "./rules/trailEncrypted";
import { transferServerProtocols } from "./rules/transferServerProtocols";
import { volumeEncrypted } from "./rules/volumeEncrypted";
import { workspaceRootVolumeEncrypted } from "./rules/workspaceRootVolumeEncrypted";
import { workspaceUserVolumeEncrypted } from "./rules/workspaceUserVolumeEncrypted";

export const encryption: Pack = {
  name: "encryption",
  description: "What holds data encrypts it, and what data travels between asks for TLS.",
  rules: [
    // Volumes, snapshots and images
    launchTemplateEbsEncrypted,
    instanceEbsEncrypted,
    volumeEncrypted,
    encryptionByDefaultEnabled,
    launchConfigurationEbsEncrypted,
    spotInstanceRequestEbsEncrypted,
    spotFleetRequestEbsEncrypted,
    snapshotCopyEncrypted,
    snapshotImportEncrypted,
    snapshotLifecycleCopiesEncrypted,
    amiEbsEncrypted,
    amiCopyEncrypted,
    imageRecipeEbsEncrypted,
    containerRecipeEbsEncrypted,
    ecsServiceVolumesEncrypted,
    workspaceRootVolumeEncrypted,
    workspaceUserVolumeEncrypted,
    // Databases
    rdsInstanceEncrypted,
    rdsClusterEncrypted,
    rdsGlobalClusterEncrypted,
    rdsParameterGroupTls,
    rdsClusterParameterGroupTls,
    rdsProxyTls,
    rdsLogsExported,
    docdbClusterEncrypted,
    docdbGlobalClusterEncrypted,
    docdbParameterGroupTls,
    neptuneClusterEncrypted,
    neptuneGlobalClusterEncrypted,
    neptuneParameterGroupTls,
    tableKmsKey,
    daxClusterEncrypted,
    daxClusterTls,
    redshiftClusterEncrypted,
    redshiftParameterGroupTls,
    redshiftWorkgroupTls,
    dmsEndpointTls,
    // Caches
    replicationGroupEncryptedAtRest,
    replicationGroupEncryptedInTransit,
    replicationGroupAuthenticates,
    cacheClusterEncryptedInTransit,
    serverlessCacheAuthenticates,
    cacheUserAuthenticates,
    memorydbClusterTls,
    memorydbClusterAuthenticates,
    // Files and objects
    bucketPolicyTls,
    efsFileSystemEncrypted,
    ecsTaskFileSystemTls,
    transferServerProtocols,
    // Streams, queues and topics
    kinesisStreamEncrypted,
    firehoseStreamEncrypted,
    mskClusterClientTls,
    mskClusterBrokerTls,
    mskConnectorTls,
    topicEncrypted,
    topicSubscriptionHttps,
    queueEncrypted,
    // Search and analytics
    opensearchDomainEncryptedAtRest,
    opensearchDomainNodeToNodeEncrypted,
    opensearchDomainHttps,
    opensearchDomainTlsPolicy,
    elasticsearchDomainEncryptedAtRest,
    elasticsearchDomainNodeToNodeEncrypted,
    elasticsearchDomainHttps,
    elasticsearchDomainTlsPolicy,
    glueSecurityConfiguration,
    glueCatalogEncrypted,
    emrSecurityConfiguration,
    // What clients reach
    listenerEncrypted,
    listenerTlsPolicy,
    classicListenersEncrypted,
    classicTlsPolicy,
    distributionViewersHttps,
    distributionTlsVersion,
    distributionOriginsHttps,
    apigatewayDomainTls,
    apigatewayCacheEncrypted,
    appsyncCacheEncryptedAtRest,
    appsyncCacheEncryptedInTransit,
    // Keys, secrets and trails
    keyRotated,
    keyPolicyClosed,
    customerKeyInProduction,
    ssmParameterSecure,
    trailEncrypted,
    codebuildArtifactsEncrypted,
    codebuildS3LogsEncrypted,
    codebuildReportsEncrypted,
  ],
};
