import { defineRule } from "../../rule";
import { eachOf } from "../values";
import { findAdministrator } from "./attachmentNoAdministrator";

export const roleNoAdministrator = defineRule({
  id: "iam-role-no-administrator",
  title: "Roles list no managed policy that allows everything, or all of a service.",
  severity: "high",
  type: "aws:iam/role:Role",
  remedy: "Attach a policy that names the actions and resources that the workload uses.",
  fsbp: "IAM.1",
  cis: "1.16",
  references: [
    {
      title: "IAM.1: policies should not allow full administrative privileges",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
    },
  ],
  evaluate: ({ managedPolicyArns }, separately) =>
    separately(
      ...eachOf(managedPolicyArns, (arn, index) => findAdministrator(arn, `managedPolicyArns[${index}]`)),
    ),
  examples: {
    pass: [
      {
        name: "lists what an instance needs",
        properties: {
          assumeRolePolicy: "{}",
          managedPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"],
        },
      },
      { name: "lists none", properties: { assumeRolePolicy: "{}" } },
    ],
    fail: [
      {
        name: "lists everything",
        properties: {
          assumeRolePolicy: "{}",
          managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        },
        finds: ['managedPolicyArns[0]: expected a policy of what is needed, got "AdministratorAccess"'],
      },
    ],
  },
});
