import { itRefuses } from "./editedStackFile";

describe("A stack file", () => {
  itRefuses([
    [
      "needs a region",
      "dev",
      ["  aws:region: eu-west-1\n", ""],
      "Pulumi.dev.yaml:2:1: aws:region: expected the name of an AWS region such as eu-west-1, got nothing; choose one from https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html",
    ],
    [
      "refuses a region that does not exist",
      "dev",
      ["aws:region: eu-west-1", "aws:region: eu-wets-1"],
      'Pulumi.dev.yaml:3:3: aws:region: expected the name of an AWS region, got "eu-wets-1" (string); write eu-west-1, or choose one of infra/config/awsRegions.ts',
    ],
    [
      "refuses a region unlike any other",
      "dev",
      ["aws:region: eu-west-1", "aws:region: mars-north-1"],
      'Pulumi.dev.yaml:3:3: aws:region: expected the name of an AWS region, got "mars-north-1" (string); write eu-north-1, or choose one of infra/config/awsRegions.ts',
    ],
    [
      "refuses an Availability Zone for the region",
      "dev",
      ["aws:region: eu-west-1", "aws:region: eu-west-1a"],
      'Pulumi.dev.yaml:3:3: aws:region: expected the name of an AWS region such as eu-west-1, got "eu-west-1a" (string); choose one from https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    ],
    [
      "refuses a region in this program's namespace",
      "dev",
      ["aws:region", "bakeline:region"],
      "Pulumi.dev.yaml:3:3: bakeline:region: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a string of 9 characters); rename it to aws:region",
    ],
    [
      "refuses settings of the provider that this program would ignore, and does not quote them",
      "dev",
      ["  aws:region: eu-west-1\n", "  aws:region: eu-west-1\n  aws:secretKey: wJalrXUtnFEMI\n"],
      "Pulumi.dev.yaml:4:3: aws:secretKey: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a string of 13 characters); remove it: the program's provider reads its credentials from the environment only",
    ],
    [
      "refuses an unknown environment",
      "dev",
      ["bakeline:environment: dev", "bakeline:environment: production"],
      'Pulumi.dev.yaml:4:3: bakeline:environment: expected one of dev, staging, prod, got "production" (string); choose the one whose rules this stack shall obey',
    ],
    [
      "refuses an environment in capitals",
      "dev",
      ["bakeline:environment: dev", "bakeline:environment: Dev"],
      'Pulumi.dev.yaml:4:3: bakeline:environment: expected one of dev, staging, prod, got "Dev" (string); write dev',
    ],
    [
      "refuses a mistyped key",
      "dev",
      ["bakeline:loadBalancer", "bakeline:loadbalancer"],
      "Pulumi.dev.yaml:11:3: bakeline:loadbalancer: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a map of 3 keys); rename it to bakeline:loadBalancer",
    ],
    [
      "refuses a mistyped namespace",
      "dev",
      ["bakeline:network", "bakelin:network"],
      "Pulumi.dev.yaml:6:3: bakelin:network: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a map of 4 keys); rename it to bakeline:network",
    ],
    [
      "refuses a key without its namespace",
      "dev",
      ["bakeline:network", "network"],
      "Pulumi.dev.yaml:6:3: network: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a map of 4 keys); rename it to bakeline:network",
    ],
    [
      "refuses a key in pulumi's old spelling",
      "dev",
      ["bakeline:network", "bakeline:config:network"],
      "Pulumi.dev.yaml:6:3: bakeline:config:network: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a map of 4 keys); rename it to bakeline:network",
    ],
    [
      "refuses a key that nothing reads",
      "dev",
      [
        "  bakeline:environment: dev\n",
        "  bakeline:environment: dev\n  bakeline:databasePassword: hunter2\n",
      ],
      "Pulumi.dev.yaml:5:3: bakeline:databasePassword: expected one of aws:region, bakeline:environment, bakeline:bootstrapBucket, bakeline:network, bakeline:loadBalancer, bakeline:notifications, bakeline:workloads, bakeline:policies, bakeline:stores, bakeline:exemptions, bakeline:hosts, bakeline:images, got an unknown key (a string of 7 characters); remove it",
    ],
    [
      "refuses an encrypted value where the value decides what is created",
      "dev",
      ["natGateways: single", "natGateways: {secure: v1:aGVsbG8=}"],
      "Pulumi.dev.yaml:9:5: bakeline:network.natGateways: expected a value that is not encrypted, got an encrypted value; write it in the clear: it decides what is created, which a preview has to know",
    ],
    [
      "refuses an encrypted section",
      "dev",
      [
        "  bakeline:notifications:\n    email: ops-dev@example.com\n",
        "  bakeline:notifications:\n    secure: v1:aGVsbG8=\n",
      ],
      "Pulumi.dev.yaml:15:3: bakeline:notifications: expected a value that is not encrypted, got an encrypted value; write it in the clear: it decides what is created, which a preview has to know",
    ],
    [
      "refuses a misspelt config section",
      "dev",
      ["config:\n  aws", "configs:\n  aws"],
      "Pulumi.dev.yaml:2:1: configs: expected one of config, secretsprovider, encryptionsalt, encryptedkey, environment, got an unknown section (a map of 8 keys); rename it to config",
    ],
    [
      "refuses a setting outside of the config section",
      "dev",
      ["config:\n  aws", "bakeline:environment: dev\nconfig:\n  aws"],
      "Pulumi.dev.yaml:2:1: bakeline:environment: expected one of config, secretsprovider, encryptionsalt, encryptedkey, environment, got an unknown section (a string of 3 characters); indent it below config",
    ],
    [
      "refuses an unknown section",
      "dev",
      ["config:\n  aws", "stack: dev\nconfig:\n  aws"],
      "Pulumi.dev.yaml:2:1: stack: expected one of config, secretsprovider, encryptionsalt, encryptedkey, environment, got an unknown section (a string of 3 characters); remove it",
    ],
    [
      "refuses an encrypted region",
      "dev",
      ["aws:region: eu-west-1", "aws:region: {secure: v1:aGVsbG8=}"],
      "Pulumi.dev.yaml:3:3: aws:region: expected a value that is not encrypted, got an encrypted value; write it in the clear: it decides what is created, which a preview has to know",
    ],
    [
      "refuses an encrypted network",
      "dev",
      [
        "  bakeline:network:\n    cidrBlock: 10.20.0.0/16\n    availabilityZones: [eu-west-1a, eu-west-1b, eu-west-1c]\n    natGateways: single\n    flowLogRetentionDays: 14\n",
        "  bakeline:network: {secure: v1:aGVsbG8=}\n",
      ],
      "Pulumi.dev.yaml:6:3: bakeline:network: expected a value that is not encrypted, got an encrypted value; write it in the clear: it decides what is created, which a preview has to know",
    ],
    [
      "refuses a key twice",
      "dev",
      ["  bakeline:environment: dev\n", "  bakeline:environment: dev\n  bakeline:environment: prod\n"],
      "Pulumi.dev.yaml:5:3: the file: expected YAML, got a mistake in it (duplicate key); correct it here",
    ],
    [
      "refuses text that is no YAML, and does not quote it",
      "dev",
      ["  bakeline:environment: dev\n", "  bakeline:environment: dev\n  password: |hunter2\n"],
      "Pulumi.dev.yaml:5:14: the file: expected YAML, got a mistake in it (unexpected token); correct it here",
    ],
    [
      "refuses a tab as indentation",
      "dev",
      ["    natGateways", "\tnatGateways"],
      "Pulumi.dev.yaml:9:1: the file: expected YAML, got a mistake in it (tab as indent); correct it here",
    ],
  ]);
});
