import type { PolicyStatement } from "../account/policyDocument";

/**
 * What AWS's agents on every instance need. Their managed policies grant more: AmazonSSMManagedInstanceCore lets an
 * instance read every parameter of the account, and CloudWatchAgentServerPolicy write to every log group.
 *
 * Session Manager, Run Command, Inventory and Patch Manager speak of the instance by the identity that signs, and AWS
 * scopes most of these actions by nothing else:
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html (read 2026-11)
 */
export const agentGrants: readonly PolicyStatement[] = [
  {
    Sid: "BeManaged",
    Effect: "Allow",
    Action: [
      "ssm:DescribeAssociation",
      "ssm:DescribeDocument",
      "ssm:GetDeployablePatchSnapshotForInstance",
      "ssm:GetDocument",
      "ssm:GetManifest",
      "ssm:ListAssociations",
      "ssm:ListInstanceAssociations",
      "ssm:PutComplianceItems",
      "ssm:PutConfigurePackageResult",
      "ssm:PutInventory",
      "ssm:UpdateAssociationStatus",
      "ssm:UpdateInstanceAssociationStatus",
      "ssm:UpdateInstanceInformation",
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
    // The CloudWatch agent names its group's metrics by a tag; EC2 grants describing for all or none.
    Sid: "FindOwnGroup",
    Effect: "Allow",
    Action: "ec2:DescribeTags",
    Resource: "*",
  },
];
