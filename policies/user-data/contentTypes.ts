import type { ResourceTypes } from "../resourceTypes";

/** Whose user data an instance runs at boot. */
export const userDataTypes = [
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/spotFleetRequest:SpotFleetRequest",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:imagebuilder/imageRecipe:ImageRecipe",
  "aws:lightsail/instance:Instance",
] as const satisfies readonly (keyof ResourceTypes)[];

/** Whatever hands text to an instance, or to a container or function beside it: scan/carriers/table.ts. */
export const contentTypes = [
  ...userDataTypes,
  "aws:apprunner/service:Service",
  "aws:autoscaling/group:Group",
  "aws:autoscaling/lifecycleHook:LifecycleHook",
  "aws:batch/jobDefinition:JobDefinition",
  "aws:cloudformation/stack:Stack",
  "aws:cloudformation/stackSet:StackSet",
  "aws:cloudwatch/eventTarget:EventTarget",
  "aws:codebuild/project:Project",
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
  "aws:elasticbeanstalk/environment:Environment",
  "aws:emr/cluster:Cluster",
  "aws:glue/job:Job",
  "aws:imagebuilder/component:Component",
  "aws:imagebuilder/containerRecipe:ContainerRecipe",
  "aws:imagebuilder/workflow:Workflow",
  "aws:lambda/function:Function",
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration",
  "aws:scheduler/schedule:Schedule",
  "aws:ssm/association:Association",
  "aws:ssm/document:Document",
  "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
  "aws:ssm/parameter:Parameter",
] as const satisfies readonly (keyof ResourceTypes)[];
