import type { ResourceType } from "../resourceType";
import { group } from "./autoscaling/group";
import { lifecycleHook } from "./autoscaling/lifecycleHook";
import { notification } from "./autoscaling/notification";
import { policy as scalingPolicy } from "./autoscaling/policy";
import { eventRule } from "./cloudwatch/eventRule";
import { eventTarget } from "./cloudwatch/eventTarget";
import { logGroup } from "./cloudwatch/logGroup";
import { metricAlarm } from "./cloudwatch/metricAlarm";
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
import { vpc } from "./ec2/vpc";
import { vpcEndpoint } from "./ec2/vpcEndpoint";
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
import { alias } from "./kms/alias";
import { key } from "./kms/key";
import { lambdaFunction } from "./lambda/function";
import { permission } from "./lambda/permission";
import { listener } from "./lb/listener";
import { listenerRule } from "./lb/listenerRule";
import { loadBalancer } from "./lb/loadBalancer";
import { targetGroup } from "./lb/targetGroup";
import { bucket } from "./s3/bucket";
import { bucketObject, objectCopy } from "./s3/bucketObject";
import { bucketPolicy } from "./s3/bucketPolicy";
import {
  bucketLifecycleConfiguration,
  bucketOwnershipControls,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
} from "./s3/bucketSettings";
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
  alias,
  bucket,
  bucketLifecycleConfiguration,
  bucketObject,
  bucketOwnershipControls,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
  builtImage,
  component,
  defaultSecurityGroup,
  distributionConfiguration,
  eip,
  encryptionByDefault,
  eventRule,
  eventTarget,
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
  listener,
  listenerRule,
  loadBalancer,
  logGroup,
  metricAlarm,
  natGateway,
  networkAcl,
  networkInterface,
  notification,
  objectCopy,
  parameter,
  permission,
  placementGroup,
  policy,
  role,
  rolePolicy,
  rolePolicyAttachment,
  route,
  routeTable,
  routeTableAssociation,
  scalingPolicy,
  securityGroup,
  securityGroupEgressRule,
  securityGroupIngressRule,
  subnet,
  table,
  targetGroup,
  topic,
  topicPolicy,
  topicSubscription,
  volume,
  vpc,
  vpcEndpoint,
];
