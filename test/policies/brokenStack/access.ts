import type { BrokenResource } from "../brokenStack";

/** Who may come in, and who may do what. */
export const brokenAccess: readonly BrokenResource[] = [
  {
    name: "open-group",
    type: "aws:ec2/securityGroup:SecurityGroup",
    properties: {
      vpcId: "vpc-0123456789abcdef0",
      ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
    },
    violates: ["ec2-security-group-no-open-admin-ports"],
  },
  {
    name: "open-group-rule",
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    properties: {
      type: "ingress",
      securityGroupId: "sg-0123456789abcdef0",
      protocol: "tcp",
      fromPort: 3306,
      toPort: 3306,
      cidrBlocks: ["0.0.0.0/0"],
    },
    violates: ["ec2-security-group-rule-no-open-admin-ports"],
  },
  {
    name: "open-ingress-rule",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    properties: {
      securityGroupId: "sg-0123456789abcdef0",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      cidrIpv4: "0.0.0.0/0",
    },
    violates: ["vpc-ingress-rule-no-open-admin-ports"],
  },
  {
    name: "open-acl",
    type: "aws:ec2/networkAcl:NetworkAcl",
    properties: {
      vpcId: "vpc-0123456789abcdef0",
      ingress: [
        { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" },
      ],
    },
    violates: ["ec2-network-acl-no-open-admin-ports"],
  },
  {
    name: "open-acl-rule",
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    properties: {
      networkAclId: "acl-0123456789abcdef0",
      ruleNumber: 100,
      ruleAction: "allow",
      protocol: "-1",
      cidrBlock: "0.0.0.0/0",
    },
    violates: ["ec2-network-acl-rule-no-open-admin-ports"],
  },
  {
    name: "admin-role",
    type: "aws:iam/role:Role",
    properties: {
      assumeRolePolicy: '{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}',
      managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
      inlinePolicies: [
        {
          name: "all",
          policy: '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b"}}',
        },
      ],
    },
    violates: [
      "iam-role-inline-policies-no-wildcards",
      "iam-role-no-administrator",
      "iam-role-no-open-trust",
    ],
  },
  {
    name: "admin-policy",
    type: "aws:iam/rolePolicy:RolePolicy",
    properties: {
      role: "web",
      policy: '{"Statement": {"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"}}',
    },
    violates: ["iam-policy-no-wildcard-actions", "iam-policy-no-wildcard-resources"],
  },
  {
    name: "admin-attachment",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    properties: { role: "web", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
    violates: ["iam-policy-attachment-no-administrator"],
  },
  {
    name: "public-image",
    type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
    properties: { imageId: "ami-0123456789abcdef0", group: "all" },
    violates: ["ec2-ami-not-public"],
  },
  {
    name: "plain-copy",
    type: "aws:ec2/amiCopy:AmiCopy",
    properties: { sourceAmiId: "ami-0123456789abcdef0", sourceAmiRegion: "eu-west-1" },
    violates: [],
  },
  {
    name: "shared-image",
    type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
    properties: { imageId: "", accountId: "111122223333" },
    idOf: { imageId: "plain-copy" },
    violates: ["ec2-shared-ami-encrypted"],
  },
  {
    name: "public-snapshot",
    type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
    properties: { snapshotId: "snap-0123456789abcdef0", accountId: "all" },
    violates: ["ec2-snapshot-not-public"],
  },
  {
    name: "public-distribution",
    type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    properties: {
      distributions: [
        { region: "eu-west-1", amiDistributionConfiguration: { launchPermission: { userGroups: ["all"] } } },
      ],
    },
    violates: ["imagebuilder-distribution-not-public"],
  },
  {
    name: "unblocked-images",
    type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
    properties: { state: "unblocked" },
    violates: ["ec2-public-sharing-blocked"],
  },
];
