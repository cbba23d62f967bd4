import type { ResourceType } from "../resourceType";
import { targetPolicy } from "./appautoscaling/policy";
import { scalableTarget } from "./appautoscaling/target";
import { group } from "./autoscaling/group";
import { lifecycleHook } from "./autoscaling/lifecycleHook";
import { notification } from "./autoscaling/notification";
import { policy as scalingPolicy } from "./autoscaling/policy";
import { eventRule } from "./cloudwatch/eventRule";
import { eventTarget } from "./cloudwatch/eventTarget";
import { logMetricFilter, logSubscriptionFilter } from "./cloudwatch/logFilters";
import { logGroup } from "./cloudwatch/logGroup";
import { metricAlarm } from "./cloudwatch/metricAlarm";
import { contributorInsights } from "./dynamodb/contributorInsights";
import { table } from "./dynamodb/table";
import { encryptionByDefault } from "./ebs/encryptionByDefault";
import { volume } from "./ebs/volume";
import { defaultSecurityGroup } from "./ec2/defaultSecurityGroup";
import { eip } from "./ec2/eip";
import { flowLog } from "./ec2/flowLog";
import { instance } from "./ec2/instance";
import { instanceMetadataDefaults } from "./ec2/instanceMetadataDefaults";
import { internetGateway } from "./ec2/internetGateway";
import { launchTemplate } from "./ec2/launchTemplate";
import { natGateway } from "./ec2/natGateway";
import { networkAcl } from "./ec2/networkAcl";
import { networkInterface } from "./ec2/networkInterface";
import { placementGroup } from "./ec2/placementGroup";
import { route } from "./ec2/route";
import { routeTable } from "./ec2/routeTable";
import { routeTableAssociation } from "./ec2/routeTableAssociation";
import { securityGroup } from "./ec2/securityGroup";
import { securityGroupEgressRule, securityGroupIngressRule } from "./ec2/securityGroupRule";
import { subnet } from "./ec2/subnet";
import { tag } from "./ec2/tag";
import { vpc } from "./ec2/vpc";
import { vpcEndpoint } from "./ec2/vpcEndpoint";
import { fileSystem } from "./efs/fileSystem";
import { accessPoint, backupPolicy, fileSystemPolicy, mountTarget } from "./efs/settings";
import { cacheCluster } from "./elasticache/cluster";
import { cacheParameterGroup, cacheSubnetGroup } from "./elasticache/groups";
import { replicationGroup } from "./elasticache/replicationGroup";
import { serverlessCache } from "./elasticache/serverlessCache";
import { cacheUser, cacheUserGroup } from "./elasticache/users";
import { deliveryStream } from "./firehose/deliveryStream";
import { instanceProfile } from "./iam/instanceProfile";
import { policy } from "./iam/policy";
import { role } from "./iam/role";
import { rolePolicy } from "./iam/rolePolicy";
import { rolePolicyAttachment } from "./iam/rolePolicyAttachment";
import { component } from "./imagebuilder/component";
import { distributionConfiguration } from "./imagebuilder/distributionConfiguration";
import { builtImage } from "./imagebuilder/image";
import { imagePipeline } from "./imagebuilder/imagePipeline";
import { imageRecipe } from "./imagebuilder/imageRecipe";
import { infrastructureConfiguration } from "./imagebuilder/infrastructureConfiguration";
import { lifecyclePolicy } from "./imagebuilder/lifecyclePolicy";
import { alias } from "./kms/alias";
import { key } from "./kms/key";
import { lambdaFunction } from "./lambda/function";
import { permission } from "./lambda/permission";
import { listener } from "./lb/listener";
import { listenerRule } from "./lb/listenerRule";
import { loadBalancer } from "./lb/loadBalancer";
import { targetGroup } from "./lb/targetGroup";
import { automatedBackupsReplication } from "./rds/automatedBackupsReplication";
import { dbCluster } from "./rds/cluster";
import { dbClusterInstance } from "./rds/clusterInstance";
import { rdsClusterParameterGroup, rdsParameterGroup, rdsSubnetGroup } from "./rds/groups";
import { dbInstance } from "./rds/instance";
import { bucket } from "./s3/bucket";
import { bucketLogging } from "./s3/bucketLogging";
import { bucketMetric } from "./s3/bucketMetric";
import { bucketObject, objectCopy } from "./s3/bucketObject";
import { bucketPolicy } from "./s3/bucketPolicy";
import {
  bucketLifecycleConfiguration,
  bucketOwnershipControls,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
} from "./s3/bucketSettings";
import { secret } from "./secretsmanager/secret";
import { secretVersion } from "./secretsmanager/secretVersion";
import { topic } from "./sns/topic";
import { topicPolicy } from "./sns/topicPolicy";
import { topicSubscription } from "./sns/topicSubscription";
import { parameter } from "./ssm/parameter";

/**
 * Every AWS resource type that the simulated account knows; one that is not here is an error, never a silent accept.
 *
 * To add one: a file in the service's folder, its token in tokens.ts, its name here, a test in test/sandbox/account/types.
 * What replaces, what is computed, defaults and validators come from the schema file that its `source` names, in
 * hashicorp/terraform-provider-aws. README.md beside this file lists the commit at which each was read (2026-11-21), and
 * what is newer than that commit or could not be read there. Refusals come from AWS's API references and from what its
 * users report of them. What a type does not model, its own comment says.
 *
 * Tags (`tagsAll`), `region` and made-up names are the provider's and the same for all types: no type repeats them.
 */
export const resourceTypes: readonly ResourceType[] = [
  accessPoint,
  alias,
  automatedBackupsReplication,
  backupPolicy,
  bucket,
  bucketLifecycleConfiguration,
  bucketLogging,
  bucketMetric,
  bucketObject,
  bucketOwnershipControls,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
  builtImage,
  cacheCluster,
  cacheParameterGroup,
  cacheSubnetGroup,
  cacheUser,
  cacheUserGroup,
  component,
  contributorInsights,
  dbCluster,
  dbClusterInstance,
  dbInstance,
  defaultSecurityGroup,
  deliveryStream,
  distributionConfiguration,
  eip,
  encryptionByDefault,
  eventRule,
  eventTarget,
  fileSystem,
  fileSystemPolicy,
  flowLog,
  group,
  imagePipeline,
  imageRecipe,
  infrastructureConfiguration,
  instance,
  instanceMetadataDefaults,
  instanceProfile,
  internetGateway,
  key,
  lambdaFunction,
  launchTemplate,
  lifecycleHook,
  lifecyclePolicy,
  listener,
  listenerRule,
  loadBalancer,
  logGroup,
  logMetricFilter,
  logSubscriptionFilter,
  metricAlarm,
  mountTarget,
  natGateway,
  networkAcl,
  networkInterface,
  notification,
  objectCopy,
  parameter,
  permission,
  placementGroup,
  policy,
  rdsClusterParameterGroup,
  rdsParameterGroup,
  rdsSubnetGroup,
  replicationGroup,
  role,
  rolePolicy,
  rolePolicyAttachment,
  route,
  routeTable,
  routeTableAssociation,
  scalableTarget,
  scalingPolicy,
  secret,
  secretVersion,
  securityGroup,
  securityGroupEgressRule,
  securityGroupIngressRule,
  serverlessCache,
  subnet,
  table,
  tag,
  targetGroup,
  targetPolicy,
  topic,
  topicPolicy,
  topicSubscription,
  volume,
  vpc,
  vpcEndpoint,
];
