import type { Carrier } from "./carrier";

interface Row {
  /** Pulumi's token, then CloudFormation's name where it has one. */
  readonly types: readonly string[];
  readonly carriers: readonly Carrier[];
}

const userData = (...paths: string[]): Carrier[] => paths.map((path) => ({ path, holds: "userData" }));
const documents = (...paths: string[]): Carrier[] => paths.map((path) => ({ path, holds: "document" }));
const variables = (...paths: string[]): Carrier[] => paths.map((path) => ({ path, holds: "variables" }));
const values = (...paths: string[]): Carrier[] => paths.map((path) => ({ path, holds: "values" }));

const objectContent: readonly Carrier[] = [
  { path: "content", holds: "file", named: "key" },
  { path: "contentBase64", holds: "fileBase64", named: "key" },
  { path: "source", holds: "asset", named: "key" },
  ...values("metadata"),
];

/**
 * Every property that carries something to an instance, or to a container or function beside it.
 * From the types of @pulumi/aws 7.48 and the CloudFormation resource specification, 2026-11. Where a path is written
 * twice, the second is CloudFormation's. Fleets and mixed-instance overrides carry none of their own: they name launch
 * templates.
 */
const table: readonly Row[] = [
  {
    types: ["aws:ec2/launchTemplate:LaunchTemplate", "AWS::EC2::LaunchTemplate"],
    carriers: userData("userData", "launchTemplateData.userData"),
  },
  {
    types: ["aws:ec2/instance:Instance", "AWS::EC2::Instance"],
    carriers: userData("userData", "userDataBase64"),
  },
  {
    types: ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
    carriers: userData("userData", "userDataBase64"),
  },
  {
    types: ["aws:ec2/spotFleetRequest:SpotFleetRequest", "AWS::EC2::SpotFleet"],
    carriers: userData(
      "launchSpecifications[].userData",
      "spotFleetRequestConfigData.launchSpecifications[].userData",
    ),
  },
  {
    types: ["aws:ec2/launchConfiguration:LaunchConfiguration", "AWS::AutoScaling::LaunchConfiguration"],
    carriers: userData("userData", "userDataBase64"),
  },
  {
    types: ["aws:autoscaling/group:Group", "AWS::AutoScaling::AutoScalingGroup"],
    carriers: values(
      "initialLifecycleHooks[].notificationMetadata",
      "lifecycleHookSpecificationList[].notificationMetadata",
    ),
  },
  {
    types: ["aws:autoscaling/lifecycleHook:LifecycleHook", "AWS::AutoScaling::LifecycleHook"],
    carriers: values("notificationMetadata"),
  },
  { types: ["aws:lightsail/instance:Instance", "AWS::Lightsail::Instance"], carriers: userData("userData") },
  {
    types: ["aws:imagebuilder/component:Component", "AWS::ImageBuilder::Component"],
    carriers: documents("data"),
  },
  {
    types: ["aws:imagebuilder/workflow:Workflow", "AWS::ImageBuilder::Workflow"],
    carriers: documents("data"),
  },
  {
    types: ["aws:imagebuilder/imageRecipe:ImageRecipe", "AWS::ImageBuilder::ImageRecipe"],
    carriers: [
      ...userData("userDataBase64", "additionalInstanceConfiguration.userDataOverride"),
      ...values("components[].parameters"),
    ],
  },
  {
    types: ["aws:imagebuilder/containerRecipe:ContainerRecipe", "AWS::ImageBuilder::ContainerRecipe"],
    carriers: [...documents("dockerfileTemplateData"), ...values("components[].parameters")],
  },
  { types: ["aws:ssm/document:Document", "AWS::SSM::Document"], carriers: documents("content") },
  {
    types: ["aws:ssm/association:Association", "AWS::SSM::Association"],
    carriers: values("parameters"),
  },
  {
    types: ["aws:ssm/parameter:Parameter", "AWS::SSM::Parameter"],
    carriers: [
      { path: "value", holds: "parameter", named: "name" },
      { path: "insecureValue", holds: "parameter", named: "name" },
    ],
  },
  {
    types: ["aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", "AWS::SSM::MaintenanceWindowTask"],
    carriers: [
      ...values(
        "taskInvocationParameters.runCommandParameters.parameters",
        "taskInvocationParameters.automationParameters.parameters",
        "taskInvocationParameters.maintenanceWindowRunCommandParameters.parameters",
        "taskInvocationParameters.maintenanceWindowAutomationParameters.parameters",
        "taskParameters",
      ),
      ...documents(
        "taskInvocationParameters.lambdaParameters.payload",
        "taskInvocationParameters.stepFunctionsParameters.input",
      ),
    ],
  },
  {
    types: ["aws:lambda/function:Function", "AWS::Lambda::Function"],
    carriers: [
      ...variables("environment.variables"),
      { path: "code", holds: "asset" },
      ...documents("code.zipFile"),
    ],
  },
  {
    types: ["aws:ecs/taskDefinition:TaskDefinition", "AWS::ECS::TaskDefinition"],
    carriers: [{ path: "containerDefinitions", holds: "containers" }],
  },
  {
    types: ["aws:batch/jobDefinition:JobDefinition", "AWS::Batch::JobDefinition"],
    carriers: [
      { path: "containerProperties", holds: "containers" },
      ...documents("nodeProperties", "ecsProperties", "eksProperties"),
      ...values("parameters"),
    ],
  },
  {
    types: ["aws:apprunner/service:Service", "AWS::AppRunner::Service"],
    carriers: variables(
      "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables",
      "sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentVariables",
    ),
  },
  {
    types: ["aws:codebuild/project:Project", "AWS::CodeBuild::Project"],
    carriers: [...variables("environment.environmentVariables"), ...documents("source.buildspec")],
  },
  {
    types: ["aws:elasticbeanstalk/environment:Environment", "AWS::ElasticBeanstalk::Environment"],
    carriers: variables("settings", "optionSettings"),
  },
  {
    types: [
      "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
      "AWS::ElasticBeanstalk::ConfigurationTemplate",
    ],
    carriers: variables("settings", "optionSettings"),
  },
  {
    types: [
      "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration",
      "AWS::SageMaker::NotebookInstanceLifecycleConfig",
    ],
    carriers: documents("onCreate", "onStart", "onCreate[].content", "onStart[].content"),
  },
  {
    types: ["aws:emr/cluster:Cluster", "AWS::EMR::Cluster"],
    carriers: [
      ...values(
        "bootstrapActions[].args",
        "bootstrapActions[].scriptBootstrapAction.args",
        "steps[].hadoopJarStep.args",
      ),
      ...documents("configurationsJson", "configurations"),
    ],
  },
  {
    types: ["aws:glue/job:Job", "AWS::Glue::Job"],
    carriers: values("defaultArguments", "nonOverridableArguments"),
  },
  {
    types: ["aws:cloudwatch/eventTarget:EventTarget"],
    carriers: documents("input"),
  },
  { types: ["AWS::Events::Rule"], carriers: documents("targets[].input") },
  {
    types: ["aws:scheduler/schedule:Schedule", "AWS::Scheduler::Schedule"],
    carriers: documents("target.input"),
  },
  {
    types: ["aws:cloudformation/stack:Stack", "AWS::CloudFormation::Stack"],
    carriers: [...documents("templateBody"), ...variables("parameters")],
  },
  {
    types: ["aws:cloudformation/stackSet:StackSet", "AWS::CloudFormation::StackSet"],
    carriers: [...documents("templateBody"), ...variables("parameters")],
  },
  { types: ["aws:s3/bucketObject:BucketObject"], carriers: objectContent },
  { types: ["aws:s3/bucketObjectv2:BucketObjectv2"], carriers: objectContent },
  // What Pulumi itself runs on a host over SSH.
  {
    types: ["command:remote:Command"],
    carriers: [...documents("create", "update", "delete", "stdin"), ...variables("environment")],
  },
];

/** Whoever may describe a resource reads these. */
const everywhere: readonly Carrier[] = [
  ...variables(
    "tags",
    "tagSpecifications[].tags",
    "launchTemplateData.tagSpecifications[].tags",
    "volumeTags",
  ),
  ...values("description"),
];

const carriersByType = new Map(table.flatMap(({ types, carriers }) => types.map((type) => [type, carriers])));

/** What a type's properties carry. A type of another provider than AWS has no tags of AWS either. */
export function carriersOf(type: string): readonly Carrier[] {
  const canonical = canonicalType(type);
  const own = carriersByType.get(canonical) ?? [];
  return /^(?:aws:|awsx:|AWS::)/.test(canonical) ? [...own, ...everywhere] : own;
}

/** `aws-native:ec2:LaunchTemplate` is CloudFormation's `AWS::EC2::LaunchTemplate`, by its names but for the case of letters. */
function canonicalType(type: string): string {
  const native = /^aws-native:([a-z0-9]+):(\w+)$/.exec(type);
  if (native === null) return type;
  const name = `aws::${native[1]}::${native[2]}`.toLowerCase();
  return cloudFormationTypes.get(name) ?? `AWS::${native[1]}::${native[2]}`;
}

const cloudFormationTypes = new Map(
  [...carriersByType.keys()]
    .filter((type) => type.startsWith("AWS::"))
    .map((type) => [type.toLowerCase(), type]),
);
