import { about, type Declaration } from "./declaration";

const template = about("imds-tokens", "aws:ec2/launchTemplate:LaunchTemplate");
const instance = about("imds-tokens", "aws:ec2/instance:Instance");
const configuration = about("imds-tokens", "aws:ec2/launchConfiguration:LaunchConfiguration");
const defaults = about("imds-tokens", "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults");
const spot = about("imds-tokens", "aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const spotFleet = about("imds-tokens", "aws:ec2/spotFleetRequest:SpotFleetRequest");
const builder = about(
  "imds-tokens",
  "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
);
const templateHops = about("imds-hops", "aws:ec2/launchTemplate:LaunchTemplate");
const instanceHops = about("imds-hops", "aws:ec2/instance:Instance");
const configurationHops = about("imds-hops", "aws:ec2/launchConfiguration:LaunchConfiguration");
const tagged = about("imds-tags", "aws:ec2/launchTemplate:LaunchTemplate");
const taggedInstance = about("imds-tags", "aws:ec2/instance:Instance");
const calls = about("imds-calls", "aws:ec2/instance:Instance");
const templateCalls = about("imds-calls", "aws:ec2/launchTemplate:LaunchTemplate");
const logged = about("credentials-logged", "aws:ec2/instance:Instance");

const machine = { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const launch = { imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" };
const base64 = (text: string) => Buffer.from(text).toString("base64");
const address = "http://169.254.169.254/latest";
const token = `TOKEN=$(curl -sX PUT ${address}/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 60")`;
const header = '-H "X-aws-ec2-metadata-token: $TOKEN"';
const script = (...lines: string[]) => ["#!/bin/bash", ...lines].join("\n");
const boot = (...lines: string[]) => ({ ...machine, userData: script(...lines) });

export const imds: readonly Declaration[] = [
  template.ok({ metadataOptions: { httpTokens: "required" } }),
  template.ok({
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
  }),
  template.ok({ metadataOptions: { httpEndpoint: "disabled" } }),
  template.bad({}),
  template.bad({ imageId: "ami-0123456789abcdef0" }),
  template.bad({ metadataOptions: {} }),
  template.bad({ metadataOptions: { httpTokens: "optional" } }),
  template.bad({ metadataOptions: { httpEndpoint: "enabled" } }),
  template.bad({ metadataOptions: { httpPutResponseHopLimit: 1 } }),
  template.bad({ metadataOptions: { httpProtocolIpv6: "enabled", httpTokens: "optional" } }),
  instance.ok({ ...machine, metadataOptions: { httpTokens: "required" } }),
  instance.ok({ ...machine, metadataOptions: { httpEndpoint: "disabled", httpTokens: "optional" } }),
  instance.bad(machine),
  instance.bad({ ...machine, metadataOptions: { httpTokens: "optional" } }),
  instance.bad({ ...machine, metadataOptions: { httpEndpoint: "enabled" } }),
  instance.ok(
    { instanceType: "t3.micro", launchTemplate: { name: "web", version: "3" } },
    {
      beside: [
        {
          type: "aws:ec2/launchTemplate:LaunchTemplate",
          name: "web",
          properties: { name: "web", metadataOptions: { httpTokens: "required" } },
        },
      ],
    },
  ),
  configuration.ok({ ...launch, metadataOptions: { httpTokens: "required" } }),
  configuration.bad(launch),
  configuration.bad({ ...launch, metadataOptions: { httpTokens: "optional" } }),
  defaults.ok({ httpTokens: "required" }),
  defaults.bad({ httpTokens: "optional" }),
  defaults.bad({ httpPutResponseHopLimit: 2 }),
  defaults.bad({ httpTokens: "no-preference" }),
  spot.bad(machine),
  spot.ok({ ...machine, metadataOptions: { httpTokens: "required" } }),
  spotFleet.bad({
    iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
    targetCapacity: 1,
    launchSpecifications: [machine],
  }),
  spotFleet.ok({
    iamFleetRole: "arn:aws:iam::111122223333:role/fleet",
    targetCapacity: 1,
    launchTemplateConfigs: [{ launchTemplateSpecification: { id: "lt-0123456789abcdef0", version: "1" } }],
  }),
  builder.bad({ instanceProfileName: "builder" }),
  builder.bad({ instanceProfileName: "builder", instanceMetadataOptions: { httpTokens: "optional" } }),
  builder.ok({
    instanceProfileName: "builder",
    instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
  }),

  templateHops.ok({ metadataOptions: { httpTokens: "required" } }),
  templateHops.ok({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 } }),
  templateHops.bad({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 3 } }),
  templateHops.bad({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 64 } }),
  templateHops.bad({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 } }),
  instanceHops.ok({ ...machine, metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 } }),
  instanceHops.bad({ ...machine, metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 } }),
  instanceHops.bad({ ...machine, metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 10 } }),
  configurationHops.ok({
    ...launch,
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
  }),
  configurationHops.bad({
    ...launch,
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 4 },
  }),

  tagged.bad({
    userData: base64(script(token, `NAME=$(curl ${header} ${address}/meta-data/tags/instance/Name)`)),
  }),
  tagged.ok({
    metadataOptions: { instanceMetadataTags: "enabled" },
    userData: base64(script(token, `NAME=$(curl ${header} ${address}/meta-data/tags/instance/Name)`)),
  }),
  tagged.bad({
    metadataOptions: { instanceMetadataTags: "disabled" },
    userData: base64(script("ec2-metadata --tags")),
  }),
  taggedInstance.bad(boot(token, `curl ${header} ${address}/meta-data/tags/instance/role > /etc/role`)),
  taggedInstance.ok(boot(token, `curl ${header} ${address}/meta-data/instance-id > /etc/id`)),

  calls.bad(boot(`ID=$(curl -s ${address}/meta-data/instance-id)`)),
  calls.bad(boot("ID=`wget -qO- http://169.254.169.254/latest/meta-data/instance-id`")),
  calls.bad(boot(`HOST=$(curl --silent --fail "${address}/meta-data/local-hostname")`)),
  calls.bad(boot("curl -s http://[fd00:ec2::254]/latest/meta-data/instance-id > /etc/id")),
  calls.bad(boot(`URL=${address}/meta-data`, 'curl -s "$URL/instance-id" > /etc/id')),
  calls.bad({
    ...machine,
    userDataBase64: base64(script(`curl ${address}/dynamic/instance-identity/document`)),
  }),
  calls.bad({
    ...machine,
    userData: `<powershell>\n$id = Invoke-RestMethod -Uri ${address}/meta-data/instance-id\n</powershell>`,
  }),
  calls.bad({
    ...machine,
    userData: `<powershell>\n(New-Object Net.WebClient).DownloadString("${address}/meta-data/instance-id")\n</powershell>`,
  }),
  calls.bad(
    boot(
      `python3 -c 'import urllib.request as u; print(u.urlopen("${address}/meta-data/instance-id").read())'`,
    ),
  ),
  calls.bad({
    ...machine,
    userData: `#cloud-config\nruncmd:\n  - curl -o /etc/id ${address}/meta-data/instance-id\n`,
  }),
  calls.ok(boot(token, `ID=$(curl -s ${header} ${address}/meta-data/instance-id)`)),
  calls.ok(boot("ID=$(ec2-metadata -i | cut -d' ' -f2)")),
  calls.ok(boot(`# curl ${address}/meta-data/instance-id is what IMDSv1 looked like`, "yum -y update")),
  calls.ok(boot("curl -s https://example.com/install.sh -o /tmp/install.sh")),
  calls.ok(boot("dnf install -y nginx", "systemctl enable --now nginx")),
  calls.ok({
    ...machine,
    userData: `<powershell>\n$t = Invoke-RestMethod -Headers @{"X-aws-ec2-metadata-token-ttl-seconds"="60"} -Method PUT -Uri ${address}/api/token\n$id = Invoke-RestMethod -Headers @{"X-aws-ec2-metadata-token"=$t} -Uri ${address}/meta-data/instance-id\n</powershell>`,
  }),
  calls.ok(
    boot(
      token,
      `wget -q --header "X-aws-ec2-metadata-token: $TOKEN" -O /etc/id ${address}/meta-data/instance-id`,
    ),
  ),
  templateCalls.bad({ userData: base64(script(`curl ${address}/meta-data/placement/region`)) }),
  templateCalls.ok({
    userData: base64(script(token, `curl ${header} ${address}/meta-data/placement/region`)),
  }),
  templateCalls.ok({}),

  logged.bad(boot(token, `curl ${header} ${address}/meta-data/iam/security-credentials/web`)),
  logged.bad(
    boot(token, `curl ${header} ${address}/meta-data/iam/security-credentials/web | tee /var/log/boot.log`),
  ),
  logged.bad(
    boot(
      token,
      `CREDS=$(curl -s ${header} ${address}/meta-data/iam/security-credentials/web)`,
      'echo "$CREDS"',
    ),
  ),
  logged.ok(boot(token, `CREDS=$(curl -s ${header} ${address}/meta-data/iam/security-credentials/web)`)),
  logged.ok(boot(token, `curl -s ${header} ${address}/meta-data/instance-id`)),
];
