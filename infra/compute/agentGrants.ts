import type { Account } from "../account/account";
import type { PolicyStatement } from "../account/policyDocument";

/**
 * What AWS's agents on every instance need. Their managed policies grant more: AmazonSSMManagedInstanceCore lets an
 * instance read every parameter of the account, and CloudWatchAgentServerPolicy write to every log group.
 *
 * Session Manager, Run Command, Inventory and Patch Manager speak of the instance by the identity that signs, and AWS
 * scopes most of these actions by nothing else:
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html (read 2026-11)
 */
export function planAgentGrants({ id, region, partition }: Account): PolicyStatement[] {
  const instances = `arn:${partition}:ec2:${region}:${id}:instance/*`;
  // AWS's own documents, such as AWS-RunShellScript, belong to no account.
  const systemsManager = (resource: string) => [
    `arn:${partition}:ssm:${region}:${id}:${resource}`,
    `arn:${partition}:ssm:${region}::${resource}`,
  ];
  return [
    {
      Sid: "BeManaged",
      Effect: "Allow",
      Action: [
        "ssm:GetDeployablePatchSnapshotForInstance",
        "ssm:GetManifest",
        "ssm:ListAssociations",
        "ssm:PutConfigurePackageResult",
        "ssm:PutInventory",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "ec2messages:AcknowledgeMessage",
        "ec2messages:DeleteMessage",
        "ec2messages:FailMessage",
        "ec2messages:GetEndpoint",
        "ec2messages:GetMessages",
        "ec2messages:SendReply",
      ],
      Resource: "*",
    },
    {
      Sid: "ReportAsInstance",
      Effect: "Allow",
      Action: [
        "ssm:DescribeAssociation",
        "ssm:DescribeDocument",
        "ssm:GetDocument",
        "ssm:ListInstanceAssociations",
        "ssm:PutComplianceItems",
        "ssm:UpdateAssociationStatus",
        "ssm:UpdateInstanceAssociationStatus",
        "ssm:UpdateInstanceInformation",
      ],
      Resource: [instances, ...systemsManager("association/*"), ...systemsManager("document/*")],
    },
    {
      // The CloudWatch agent names its group's metrics by a tag; EC2 grants describing for all or none.
      Sid: "FindOwnGroup",
      Effect: "Allow",
      Action: "ec2:DescribeTags",
      Resource: "*",
    },
  ];
}
