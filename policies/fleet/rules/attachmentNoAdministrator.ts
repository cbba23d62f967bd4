import { Got } from "../../got";
import { defineRule, type Finding } from "../../rule";

interface Attachment {
  readonly policyArn?: unknown;
}

const references = [
  {
    title: "CIS 1.16: policies that allow full administrative privileges are not attached",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
  },
] as const;
const remedy = "Attach a policy that names the actions and resources that the workload uses.";

export const attachmentNoAdministrator = defineRule({
  id: "iam-policy-attachment-no-administrator",
  title: "Roles, users and groups are given no managed policy that allows everything, or all of a service.",
  severity: "high",
  type: [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  ],
  remedy,
  fsbp: "IAM.1",
  cis: "1.16",
  references,
  evaluate: ({ policyArn }: Attachment) => findAdministrator(policyArn, "policyArn"),
  examples: {
    pass: [
      {
        name: "is given what an instance needs for Session Manager",
        properties: { role: "web", policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
      },
      {
        name: "is given a policy of the account's own",
        properties: { role: "web", policyArn: "arn:aws:iam::111122223333:policy/web" },
      },
    ],
    fail: [
      {
        name: "is given everything",
        properties: { role: "web", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
        finds: ['policyArn: expected a policy of what is needed, got "AdministratorAccess"'],
      },
      {
        name: "is given all of a service",
        type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        properties: { user: "ci", policyArn: "arn:aws-cn:iam::aws:policy/AmazonS3FullAccess" },
        finds: ['policyArn: expected a policy of what is needed, got "all of a service"'],
      },
    ],
  },
});

export function findAdministrator(arn: unknown, path: string): readonly Finding[] {
  if (arn == null) return [];
  const name =
    typeof arn === "string" ? /^arn:[\w-]+:iam::aws:policy\/(?:[\w-]+\/)*([\w-]+)$/.exec(arn)?.[1] : "";
  if (name === undefined) return [];
  const found =
    everything.find((one) => one === name) ??
    (/Full_?Access(V\d)?$/.test(name) ? "all of a service" : undefined);
  if (found === undefined && name !== "") return [];
  const got = found === undefined ? Got.of(arn) : Got.of(found, [...everything, "all of a service"]);
  return [{ path, expected: "a policy of what is needed", got }];
}

/** Policies of AWS by which one can become administrator: everything, or IAM itself. */
const everything = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];
