import { isRecord } from "../carriers/pulumiValue";
import type { DescribedResource } from "./resource";

/** What a call's answer holds, by the field that no other call's has. From the AWS CLI's command reference, 2026-11. */
interface Answer {
  readonly key: string;
  readonly type: string;
  /** Fields with a name, the first one that is there. */
  readonly names: readonly string[];
  /** Where the properties are, if not in the item itself. */
  readonly within?: string;
}

const answers: readonly Answer[] = [
  {
    key: "LaunchTemplateVersions",
    type: "AWS::EC2::LaunchTemplate",
    names: ["LaunchTemplateName", "LaunchTemplateId"],
  },
  {
    key: "LaunchTemplates",
    type: "AWS::EC2::LaunchTemplate",
    names: ["LaunchTemplateName", "LaunchTemplateId"],
  },
  {
    key: "LaunchConfigurations",
    type: "AWS::AutoScaling::LaunchConfiguration",
    names: ["LaunchConfigurationName"],
  },
  { key: "AutoScalingGroups", type: "AWS::AutoScaling::AutoScalingGroup", names: ["AutoScalingGroupName"] },
  { key: "LifecycleHooks", type: "AWS::AutoScaling::LifecycleHook", names: ["LifecycleHookName"] },
  { key: "Volumes", type: "AWS::EC2::Volume", names: ["VolumeId"] },
  { key: "Snapshots", type: "AWS::EC2::Snapshot", names: ["SnapshotId"] },
  {
    key: "SpotInstanceRequests",
    type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    names: ["SpotInstanceRequestId"],
    within: "LaunchSpecification",
  },
  {
    key: "SpotFleetRequestConfigs",
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    names: ["SpotFleetRequestId"],
    within: "SpotFleetRequestConfig",
  },
  { key: "Parameters", type: "AWS::SSM::Parameter", names: ["Name"] },
  { key: "Parameter", type: "AWS::SSM::Parameter", names: ["Name"] },
  { key: "Associations", type: "AWS::SSM::Association", names: ["AssociationName", "AssociationId"] },
  {
    key: "AssociationDescription",
    type: "AWS::SSM::Association",
    names: ["AssociationName", "AssociationId"],
  },
  { key: "Functions", type: "AWS::Lambda::Function", names: ["FunctionName"] },
  { key: "Configuration", type: "AWS::Lambda::Function", names: ["FunctionName"] },
  { key: "taskDefinition", type: "AWS::ECS::TaskDefinition", names: ["taskDefinitionArn", "family"] },
  {
    key: "jobDefinitions",
    type: "AWS::Batch::JobDefinition",
    names: ["jobDefinitionArn", "jobDefinitionName"],
  },
  { key: "component", type: "AWS::ImageBuilder::Component", names: ["arn", "name"] },
  { key: "workflow", type: "AWS::ImageBuilder::Workflow", names: ["arn", "name"] },
  { key: "imageRecipe", type: "AWS::ImageBuilder::ImageRecipe", names: ["arn", "name"] },
  { key: "containerRecipe", type: "AWS::ImageBuilder::ContainerRecipe", names: ["arn", "name"] },
  { key: "Stacks", type: "AWS::CloudFormation::Stack", names: ["StackName"] },
  { key: "projects", type: "AWS::CodeBuild::Project", names: ["arn", "name"] },
];

/** The resources in what `aws … describe-*` and `get-*` answer; undefined for anything else. */
export function awsResources(document: unknown): DescribedResource[] | undefined {
  if (!isRecord(document)) return undefined;
  const single = ofSingle(document);
  if (single !== undefined) return single;
  const known = answers.filter(({ key }) => isAnswer(document[key]));
  if (known.length === 0) return undefined;
  return known.flatMap((answer) => list(document[answer.key]).flatMap((item) => resourceOf(answer, item)));
}

/** Answers that are about one thing, which they name beside it. */
function ofSingle(document: Record<string, unknown>): DescribedResource[] | undefined {
  // describe-instances
  if (Array.isArray(document.Reservations))
    return document.Reservations.flatMap((reservation) =>
      list(isRecord(reservation) ? reservation.Instances : undefined).flatMap((instance) =>
        resourceOf({ key: "", type: "AWS::EC2::Instance", names: ["InstanceId"] }, instance),
      ),
    );
  // describe-instance-attribute --attribute userData
  if (typeof document.InstanceId === "string" && isRecord(document.UserData))
    return [
      {
        type: "AWS::EC2::Instance",
        name: document.InstanceId,
        properties: { UserData: document.UserData.Value ?? "" },
      },
    ];
  // get-document
  if (typeof document.Content === "string" && typeof document.DocumentFormat === "string")
    return [{ type: "AWS::SSM::Document", name: text(document.Name), properties: document }];
  // get-template
  if (document.TemplateBody !== undefined && Array.isArray(document.StagesAvailable))
    return [{ type: "AWS::CloudFormation::Stack", name: "template", properties: document }];
  return undefined;
}

/** An empty list is an answer too: there is nothing of that kind. */
function isAnswer(value: unknown): boolean {
  return isRecord(value) || (Array.isArray(value) && value.every(isRecord));
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function resourceOf({ type, names, within }: Answer, item: unknown): DescribedResource[] {
  if (!isRecord(item)) return [];
  const name = names.map((key) => item[key]).find((value) => typeof value === "string");
  const version = typeof item.VersionNumber === "number" ? ` version ${item.VersionNumber}` : "";
  return [{ type, name: `${text(name)}${version}`, properties: within === undefined ? item : item[within] }];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "(unnamed)";
}
