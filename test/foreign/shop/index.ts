import * as zlib from "node:zlib";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Put together here, so that no file of the repository holds a thing that looks like a secret.
const dbPassword = ["Copper", "Meadow", "2025", "!"].join("");
const apiToken = ["8fK2mQ9x", "Lr4TzV7b", "Nc1YpW6d", "Hs3GjE5u"].join("");
const accessKeyId = ["AK", "IA", "Q3EGRZ5TXKV7NWPL"].join("");

const webUserData = `#!/bin/bash
yum install -y nginx
INSTANCE_ID=$(curl -s http://169.254.169.254/latest/meta-data/instance-id)
mysql -h db.shop.internal -u shop -p'${dbPassword}' shop < /opt/schema.sql
`;

const web = new aws.ec2.LaunchTemplate("web", {
  imageId: "ami-0123456789abcdef0",
  instanceType: "t3.micro",
  userData: Buffer.from(webUserData).toString("base64"),
});

const workerConfig = `#cloud-config
write_files:
  - path: /etc/worker.env
    content: |
      API_TOKEN=${apiToken}
      LOG_LEVEL=info
runcmd:
  - aws secretsmanager get-secret-value --secret-id shop/worker # gitleaks:${"allow"}
`;

export const worker = new aws.ec2.LaunchTemplate("worker", {
  imageId: "ami-0123456789abcdef0",
  instanceType: "t3.micro",
  userData: zlib.gzipSync(workerConfig).toString("base64"),
});

export const batch = new aws.ec2.LaunchTemplate("batch", {
  imageId: "ami-0123456789abcdef0",
  instanceType: "t3.micro",
  userData: Buffer.from("systemctl start batch\n").toString("base64"),
});

const agent = new aws.imagebuilder.Component("agent", {
  name: "agent",
  platform: "Linux",
  version: "1.0.0",
  data: JSON.stringify({
    schemaVersion: 1.0,
    phases: [
      {
        name: "build",
        steps: [
          {
            name: "Configure",
            action: "ExecuteBash",
            inputs: { commands: [`aws configure set aws_access_key_id ${accessKeyId}`] },
          },
        ],
      },
    ],
  }),
});

const parameter = new aws.ssm.Parameter("db-password", {
  name: "/shop/db-password",
  type: "String",
  value: dbPassword,
});

// As it should be: nothing to say about these.
export const clean = new aws.ec2.LaunchTemplate("clean", {
  imageId: "ami-0123456789abcdef0",
  instanceType: "t3.micro",
  userData: Buffer.from(
    "#!/bin/bash\nDB_PASSWORD=$(aws ssm get-parameter --name /shop/db --with-decryption --query Parameter.Value --output text)\n",
  ).toString("base64"),
});
new aws.ssm.Parameter("db-password-kept", {
  name: "/shop/db-password-kept",
  type: "SecureString",
  value: pulumi.secret(dbPassword),
});

export const ids = [web.id, agent.arn, parameter.arn];
