import { plantedPassword, userDataOf } from "../../../policies/user-data/exampleText";
import type { BrokenResource } from "../brokenStack";

/** A template in which only its user data is wrong. */
const soundTemplate = {
  metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
};

export const brokenUserData: readonly BrokenResource[] = [
  {
    name: "telling-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: {
      ...soundTemplate,
      userData: userDataOf(
        "#!/bin/bash",
        `export DB_PASSWORD=${plantedPassword} # gitleaks:${"allow"}`,
        "curl http://169.254.169.254/latest/meta-data/instance-id",
        "aws secretsmanager get-secret-value --secret-id shop",
      ),
    },
    violates: [
      "ec2-boot-content-imdsv2-calls",
      "ec2-boot-content-no-logged-credentials",
      "ec2-boot-content-no-secrets",
      "ec2-boot-content-no-suppressions",
    ],
  },
  {
    name: "heavy-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: { ...soundTemplate, userData: userDataOf("#!/bin/bash", `# ${"word ".repeat(3_000)}`) },
    violates: ["ec2-user-data-within-limit"],
  },
  {
    name: "idle-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: { ...soundTemplate, userData: userDataOf("yum -y install nginx", "systemctl start nginx") },
    violates: ["ec2-user-data-acted-on-at-boot"],
  },
  {
    name: "opaque-template",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    properties: { ...soundTemplate, userData: userDataOf("#include", "https://boot.example.net/base.sh") },
    violates: ["ec2-boot-content-readable"],
  },
];
