import { itRefuses } from "./editedStackFile";

describe("A stack file's workloads", () => {
  itRefuses([
    [
      "need the settings of every declared workload",
      "dev",
      [
        "  bakeline:workloads:\n    web:\n      tier: base\n      instanceType: t3.micro\n      imageParameter: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64\n      rootVolumeSizeGiB: 20\n      minSize: 2\n      maxSize: 10\n      targetCpuUtilization: 60\n      targetRequestsPerTarget: 1000\n      logRetentionDays: 14\n",
        "  bakeline:workloads: {}\n",
      ],
      "Pulumi.dev.yaml:17:3: bakeline:workloads.web: expected the settings of this workload of infra/workloads, got nothing; add them: every declared workload runs in every stack",
    ],
    [
      "name the declared workload that a mistyped one meant",
      "dev",
      ["    web:\n", "    wed:\n"],
      "Pulumi.dev.yaml:18:5: bakeline:workloads.wed: expected a workload of infra/workloads (web), got an unknown key (a map of 9 keys); rename it to web",
    ],
    [
      "refuse a workload that is not declared",
      "dev",
      [
        "  bakeline:policies:\n",
        "    reports: {tier: base, instanceType: t3.micro, imageParameter: /ami, rootDeviceName: /dev/xvda, rootVolumeSizeGiB: 8, minSize: 1, maxSize: 1, targetRequestsPerTarget: 9, logRetentionDays: 1}\n  bakeline:policies:\n",
      ],
      "Pulumi.dev.yaml:28:5: bakeline:workloads.reports: expected a workload of infra/workloads (web), got an unknown key (a map of 9 keys); declare it there, or remove it",
    ],
    [
      "need an instance type",
      "dev",
      ["      instanceType: t3.micro\n", ""],
      "Pulumi.dev.yaml:18:5: bakeline:workloads.web.instanceType: expected an EC2 instance type, family.size, such as t3.micro, got nothing; choose one from https://aws.amazon.com/ec2/instance-types/",
    ],
    [
      "refuse an instance type without a size",
      "dev",
      ["t3.micro", "t3"],
      'Pulumi.dev.yaml:20:7: bakeline:workloads.web.instanceType: expected an EC2 instance type, family.size, such as t3.micro, got "t3" (string); choose one from https://aws.amazon.com/ec2/instance-types/',
    ],
    [
      "refuse an instance type with a mistyped size",
      "dev",
      ["t3.micro", "t3.mirco"],
      'Pulumi.dev.yaml:20:7: bakeline:workloads.web.instanceType: expected an EC2 instance type, family.size, such as t3.micro, got "t3.mirco" (string); choose one from https://aws.amazon.com/ec2/instance-types/',
    ],
    [
      "refuse an instance type in capitals",
      "dev",
      ["t3.micro", "T3.micro"],
      'Pulumi.dev.yaml:20:7: bakeline:workloads.web.instanceType: expected an EC2 instance type, family.size, such as t3.micro, got "T3.micro" (string); choose one from https://aws.amazon.com/ec2/instance-types/',
    ],
    [
      "refuse an instance type that does not run what the image is made for",
      "dev",
      ["t3.micro", "t4g.micro"],
      'Pulumi.dev.yaml:20:7: bakeline:workloads.web.instanceType: expected a type that runs x86_64, as imageParameter does, got "t4g.micro" (string); choose an image of arm64, or another type',
    ],
    [
      "refuse the id of an AMI for the parameter that holds it",
      "dev",
      ["/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", "ami-0a1b2c3d4e5f67890"],
      'Pulumi.dev.yaml:21:7: bakeline:workloads.web.imageParameter: expected the full name of an SSM parameter, beginning with a slash, got "ami-0a1b2c3d4e5f67890" (string); write one like /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
    ],
    [
      "refuse a parameter's name that ends with a slash",
      "dev",
      ["/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", "/aws/service/"],
      'Pulumi.dev.yaml:21:7: bakeline:workloads.web.imageParameter: expected the full name of an SSM parameter, beginning with a slash, got "/aws/service/" (string); write one like /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
    ],
    [
      "refuses an image whose root device nobody knows",
      "dev",
      ["/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", "/golden/web"],
      'Pulumi.dev.yaml:21:7: bakeline:workloads.web.imageParameter: expected one that begins with /aws/service/ami-amazon-linux-latest/, /aws/service/canonical/ubuntu/, /aws/service/debian/, or rootDeviceName beside it, got "/golden/web" (string); add rootDeviceName: the name of the AMI\'s root device, such as /dev/xvda',
    ],
    [
      "refuses another root device than the images of a known family have",
      "dev",
      ["rootVolumeSizeGiB: 20", "rootDeviceName: /dev/sda1\n      rootVolumeSizeGiB: 20"],
      'Pulumi.dev.yaml:22:7: bakeline:workloads.web.rootDeviceName: expected /dev/xvda, the root device of the images of imageParameter, got "/dev/sda1" (string); leave it out',
    ],
    [
      "refuses a root device that is no device, once",
      "dev",
      [
        "imageParameter: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
        "imageParameter: /golden/web\n      rootDeviceName: xvda",
      ],
      'Pulumi.dev.yaml:22:7: bakeline:workloads.web.rootDeviceName: expected a device name such as /dev/xvda or /dev/sda1, got "xvda" (string); copy it from `aws ec2 describe-images --image-ids <id> --query "Images[].RootDeviceName"`, or leave it out for a known family',
    ],
    [
      "refuse a root volume that no AMI fits on",
      "dev",
      ["rootVolumeSizeGiB: 20", "rootVolumeSizeGiB: 4"],
      "Pulumi.dev.yaml:22:7: bakeline:workloads.web.rootVolumeSizeGiB: expected an integer from 8 to 16384, got 4 (number); choose at least the size of the AMI's own root volume",
    ],
    [
      "refuse a root volume larger than gp3 can be",
      "dev",
      ["rootVolumeSizeGiB: 20", "rootVolumeSizeGiB: 20000"],
      "Pulumi.dev.yaml:22:7: bakeline:workloads.web.rootVolumeSizeGiB: expected an integer from 8 to 16384, got 20000 (number); choose at least the size of the AMI's own root volume",
    ],
    [
      "refuse a unit behind the size of the root volume",
      "dev",
      ["rootVolumeSizeGiB: 20", "rootVolumeSizeGiB: 20GiB"],
      'Pulumi.dev.yaml:22:7: bakeline:workloads.web.rootVolumeSizeGiB: expected an integer from 8 to 16384, got "20GiB" (string); choose at least the size of the AMI\'s own root volume',
    ],
    [
      "refuse a size under the name that AWS gives it",
      "dev",
      ["rootVolumeSizeGiB: 20", "rootVolumeSize: 20"],
      "Pulumi.dev.yaml:22:7: bakeline:workloads.web.rootVolumeSize: expected one of tier, releases, instanceType, imageParameter, imageId, rootDeviceName, rootVolumeSizeGiB, minSize, maxSize, targetCpuUtilization, targetRequestsPerTarget, healthCheckGracePeriodSeconds, rollout, logRetentionDays, got an unknown key (a number); rename it to rootVolumeSizeGiB",
    ],
    [
      "refuse an empty fleet",
      "dev",
      ["minSize: 2", "minSize: 0"],
      "Pulumi.dev.yaml:23:7: bakeline:workloads.web.minSize: expected an integer from 1 to 5000, got 0 (number); choose how many instances carry the quietest hour",
    ],
    [
      "refuse a fraction of an instance",
      "dev",
      ["minSize: 2", "minSize: 1.5"],
      "Pulumi.dev.yaml:23:7: bakeline:workloads.web.minSize: expected an integer from 1 to 5000, got 1.5 (number); choose how many instances carry the quietest hour",
    ],
    [
      "refuse a number in words",
      "dev",
      ["minSize: 2", "minSize: two"],
      'Pulumi.dev.yaml:23:7: bakeline:workloads.web.minSize: expected an integer from 1 to 5000, got "two" (string); choose how many instances carry the quietest hour',
    ],
    [
      "refuse a fleet larger than 5000",
      "dev",
      ["maxSize: 10", "maxSize: 5001"],
      "Pulumi.dev.yaml:24:7: bakeline:workloads.web.maxSize: expected an integer from 1 to 5000, got 5001 (number); choose how many instances carry the busiest hour",
    ],
    [
      "refuse a fleet smaller than its smallest size",
      "dev",
      ["minSize: 2", "minSize: 11"],
      "Pulumi.dev.yaml:23:7: bakeline:workloads.web.minSize: expected at most maxSize (10), got 11 (number); raise maxSize or lower minSize",
    ],
    [
      "refuse a single instance in prod",
      "prod",
      ["minSize: 3", "minSize: 1"],
      "Pulumi.prod.yaml:24:7: bakeline:workloads.web.minSize: expected at least 2 in prod, got 1 (number); write 2 or more: one instance is an outage when its zone fails",
    ],
    [
      "refuse a CPU target that is never reached",
      "dev",
      ["targetCpuUtilization: 60", "targetCpuUtilization: 100"],
      "Pulumi.dev.yaml:25:7: bakeline:workloads.web.targetCpuUtilization: expected an integer from 10 to 90, got 100 (number); choose a percentage that leaves room for the minutes until a new instance serves",
    ],
    [
      "refuse a CPU target as a fraction",
      "dev",
      ["targetCpuUtilization: 60", "targetCpuUtilization: 0.6"],
      "Pulumi.dev.yaml:25:7: bakeline:workloads.web.targetCpuUtilization: expected an integer from 10 to 90, got 0.6 (number); choose a percentage that leaves room for the minutes until a new instance serves",
    ],
    [
      "refuse a CPU target with a percent sign",
      "dev",
      ["targetCpuUtilization: 60", "targetCpuUtilization: 60%"],
      'Pulumi.dev.yaml:25:7: bakeline:workloads.web.targetCpuUtilization: expected an integer from 10 to 90, got "60%" (string); choose a percentage that leaves room for the minutes until a new instance serves',
    ],
    [
      "refuse no requests at all",
      "dev",
      ["targetRequestsPerTarget: 1000", "targetRequestsPerTarget: 0"],
      "Pulumi.dev.yaml:26:7: bakeline:workloads.web.targetRequestsPerTarget: expected an integer from 1 to 1000000, got 0 (number); measure what one instance carries, and choose less",
    ],
    [
      "refuse a negative grace period",
      "dev",
      [
        "      logRetentionDays: 14\n",
        "      logRetentionDays: 14\n      healthCheckGracePeriodSeconds: -1\n",
      ],
      "Pulumi.dev.yaml:28:7: bakeline:workloads.web.healthCheckGracePeriodSeconds: expected an integer from 0 to 7200, got -1 (number); choose longer than the slowest boot",
    ],
    [
      "refuse a grace period under the Auto Scaling group's name for it",
      "dev",
      ["      logRetentionDays: 14\n", "      logRetentionDays: 14\n      healthCheckGracePeriod: 60\n"],
      "Pulumi.dev.yaml:28:7: bakeline:workloads.web.healthCheckGracePeriod: expected one of tier, releases, instanceType, imageParameter, imageId, rootDeviceName, rootVolumeSizeGiB, minSize, maxSize, targetCpuUtilization, targetRequestsPerTarget, healthCheckGracePeriodSeconds, rollout, logRetentionDays, got an unknown key (a number); rename it to healthCheckGracePeriodSeconds",
    ],
    [
      "refuse a retention that CloudWatch Logs does not offer",
      "dev",
      ["      logRetentionDays: 14\n", "      logRetentionDays: 100\n"],
      "Pulumi.dev.yaml:27:7: bakeline:workloads.web.logRetentionDays: expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 100 (number); choose one of the numbers of days that CloudWatch Logs knows",
    ],
    [
      "refuse a retention of nothing",
      "dev",
      ["      logRetentionDays: 14\n", "      logRetentionDays:\n"],
      "Pulumi.dev.yaml:27:7: bakeline:workloads.web.logRetentionDays: expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got null; choose one of the numbers of days that CloudWatch Logs knows",
    ],
    [
      "refuse settings of no workload",
      "dev",
      ["minSize: 2", "desiredCapacity: 2\n      minSize: 2"],
      "Pulumi.dev.yaml:23:7: bakeline:workloads.web.desiredCapacity: expected one of tier, releases, instanceType, imageParameter, imageId, rootDeviceName, rootVolumeSizeGiB, minSize, maxSize, targetCpuUtilization, targetRequestsPerTarget, healthCheckGracePeriodSeconds, rollout, logRetentionDays, got an unknown key (a number); remove it",
    ],
  ]);
});
