import assert from "node:assert/strict";
import { encryptionByDefault } from "../../../../../sandbox/account/types/ebs/encryptionByDefault";
import { instance } from "../../../../../sandbox/account/types/ec2/instance";
import { instanceMetadataDefaults } from "../../../../../sandbox/account/types/ec2/instanceMetadataDefaults";
import { launchTemplate } from "../../../../../sandbox/account/types/ec2/launchTemplate";
import { networkInterface } from "../../../../../sandbox/account/types/ec2/networkInterface";
import { isBase64 } from "../../../../../sandbox/account/types/ec2/userData";
import { block } from "../../../../../sandbox/account/types/reading";
import { maximumUserDataBytes } from "../../../../../scan/userDataLimit";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

const ami = "ami-0123456789abcdef0";
const base64 = (bytes: number): string => Buffer.alloc(bytes, "x").toString("base64");

describe("launches of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  describe("a launch template", () => {
    it("counts its versions up as its content changes, and only then", () => {
      const first = aws.create(launchTemplate, { name: "web", imageId: ami, userData: base64(10) });
      assert.equal(first.properties.latestVersion, 1);
      const changed = { name: "web", imageId: ami, userData: base64(11) };
      const second = aws.update(launchTemplate, first, changed);
      assert.equal(second.properties.latestVersion, 2);
      assert.equal(second.properties.defaultVersion, 1);
      const tagged = aws.update(launchTemplate, second, { ...changed, tags: { Name: "web" } });
      assert.equal(tagged.properties.latestVersion, 2);
      const followed = aws.update(launchTemplate, tagged, {
        ...changed,
        instanceType: "t3.micro",
        updateDefaultVersion: true,
      });
      assert.equal(followed.properties.latestVersion, 3);
      assert.equal(followed.properties.defaultVersion, 3);
    });

    it("takes exactly 16,384 decoded bytes of user data and no more, with InvalidUserData.Malformed", () => {
      aws.create(launchTemplate, { name: "full", userData: base64(maximumUserDataBytes) });
      refuses(
        () => aws.create(launchTemplate, { name: "over", userData: base64(maximumUserDataBytes + 1) }),
        "InvalidUserData.Malformed",
        "EC2: CreateLaunchTemplate",
        "User data is limited to 16384 bytes",
      );
    });

    it("refuses user data that is not base64, when made and when changed", () => {
      const entry = aws.create(launchTemplate, { name: "web" });
      const detail = "Invalid BASE64 encoding of user data.";
      refuses(
        () => aws.create(launchTemplate, { name: "raw", userData: "#!/bin/sh" }),
        "InvalidUserData.Malformed",
        "EC2: CreateLaunchTemplate",
        detail,
      );
      refuses(
        () => aws.update(launchTemplate, entry, { name: "web", userData: "#!/bin/sh" }),
        "InvalidUserData.Malformed",
        "EC2: CreateLaunchTemplateVersion",
        detail,
      );
    });

    it("refuses a name that is taken, with InvalidLaunchTemplateName.AlreadyExistsException", () => {
      aws.create(launchTemplate, { name: "web" });
      refuses(
        () => aws.create(launchTemplate, { name: "web" }),
        "InvalidLaunchTemplateName.AlreadyExistsException",
        "EC2: CreateLaunchTemplate",
        "Launch template name already in use.",
      );
    });

    it("refuses a default version that does not exist yet", () => {
      const entry = aws.create(launchTemplate, { name: "web" });
      refuses(
        () => aws.update(launchTemplate, entry, { name: "web", defaultVersion: 7 }),
        "InvalidLaunchTemplateId.VersionNotFound",
        "EC2: ModifyLaunchTemplate",
        `Could not find the specified version 7 for the launch template with ID ${entry.id}.`,
      );
    });

    it("accepts more interfaces than its type takes, as EC2 does: who launches from it is refused", () => {
      const networkInterfaces = [0, 1, 2].map((deviceIndex) => ({ deviceIndex }));
      const { properties } = aws.create(launchTemplate, {
        name: "web",
        instanceType: "t3.micro",
        networkInterfaces,
      });
      assert.equal(properties.latestVersion, 1);
    });

    it("keeps the metadata options that the program no longer gives, without a new version", () => {
      const metadataOptions = { httpTokens: "required" };
      const entry = aws.create(launchTemplate, { name: "web", metadataOptions });
      const later = aws.update(launchTemplate, entry, { name: "web" });
      assert.equal(later.properties.latestVersion, 1);
      assert.deepEqual(later.properties.metadataOptions, metadataOptions);
    });

    it("is refused by the provider with a hop limit that IMDS does not know", () => {
      assert.deepEqual(failures(launchTemplate, { metadataOptions: { httpPutResponseHopLimit: 65 } }), [
        { property: "metadataOptions.httpPutResponseHopLimit", reason: "expected 1 to 64, got 65" },
      ]);
    });
  });

  describe("an instance", () => {
    const launch = (changes: Record<string, string | number | boolean | string[]>) => {
      const { subnetIds, securityGroupId } = network(aws);
      return aws.create(instance, {
        ami,
        instanceType: "t3.micro",
        subnetId: subnetIds[0],
        vpcSecurityGroupIds: [securityGroupId],
        ...changes,
      });
    };

    it("runs in its subnet's zone, with the next free address", () => {
      const { properties } = launch({});
      assert.equal(properties.availabilityZone, "eu-west-1a");
      assert.equal(properties.privateIp, "10.0.0.4");
      assert.equal(properties.privateDns, "ip-10-0-0-4.eu-west-1.compute.internal");
      assert.equal(properties.instanceState, "running");
    });

    it("takes the region's metadata defaults where it says nothing itself", () => {
      assert.equal(block(launch({}).properties, "metadataOptions")?.httpTokens, "optional");
      aws = simulation();
      aws.create(instanceMetadataDefaults, { httpTokens: "required", httpPutResponseHopLimit: 2 });
      const options = block(launch({}).properties, "metadataOptions");
      assert.equal(options?.httpTokens, "required");
      assert.equal(options?.httpPutResponseHopLimit, 2);
    });

    it("has an encrypted root volume once the region encrypts by default", () => {
      assert.equal(block(launch({}).properties, "rootBlockDevice")?.encrypted, false);
      aws = simulation();
      aws.create(encryptionByDefault, { enabled: true, region: "eu-west-1" });
      assert.equal(block(launch({}).properties, "rootBlockDevice")?.encrypted, true);
    });

    for (const { title, change, code, detail } of [
      {
        title: "refuses encoded user data over the limit, with InvalidParameterValue",
        change: { userDataBase64: base64(maximumUserDataBytes + 1) },
        code: "InvalidParameterValue",
        detail: "User data is limited to 16384 bytes",
      },
      {
        title: "refuses a subnet that does not exist, with InvalidSubnetID.NotFound",
        change: { subnetId: "subnet-0" },
        code: "InvalidSubnetID.NotFound",
        detail: "The subnet ID 'subnet-0' does not exist",
      },
      {
        title: "refuses a security group that does not exist, with InvalidGroup.NotFound",
        change: { vpcSecurityGroupIds: ["sg-0"] },
        code: "InvalidGroup.NotFound",
        detail: "The security group 'sg-0' does not exist",
      },
      {
        title: "refuses an instance profile that does not exist, with InvalidParameterValue",
        change: { iamInstanceProfile: "web" },
        code: "InvalidParameterValue",
        detail:
          "Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
      },
      {
        title: "refuses an image id that is none, with InvalidAMIID.Malformed",
        change: { ami: "al2023" },
        code: "InvalidAMIID.Malformed",
        detail: 'Invalid id: "al2023"',
      },
      {
        title: "refuses an address outside its subnet, with InvalidParameterValue",
        change: { privateIp: "10.0.1.9" },
        code: "InvalidParameterValue",
        detail: "Address 10.0.1.9 does not fall within the subnet's address range",
      },
    ])
      it(title, () => refuses(() => launch(change), code, "EC2: RunInstances", detail));

    it("refuses a third interface on a t3.micro, with AttachmentLimitExceeded", () => {
      const { subnetIds } = network(aws);
      const networkInterfaces = [0, 1, 2].map((deviceIndex) => ({
        deviceIndex,
        networkInterfaceId: aws.create(networkInterface, { subnetId: subnetIds[0] }).id,
      }));
      refuses(
        () => aws.create(instance, { ami, instanceType: "t3.micro", networkInterfaces }),
        "AttachmentLimitExceeded",
        "EC2: RunInstances",
        "Interface count 3 exceeds the limit for t3.micro",
      );
      const medium = aws.create(instance, { ami, instanceType: "t3.medium", networkInterfaces });
      assert.equal(medium.properties.primaryNetworkInterfaceId, networkInterfaces[0]?.networkInterfaceId);
    });

    it("refuses to take an interface that is attached later beyond its type's limit", () => {
      const { properties, id } = launch({});
      const subnetId = String(properties.subnetId);
      aws.create(networkInterface, { subnetId, attachments: [{ instance: id, deviceIndex: 1 }] });
      refuses(
        () => aws.create(networkInterface, { subnetId, attachments: [{ instance: id, deviceIndex: 2 }] }),
        "AttachmentLimitExceeded",
        "EC2: AttachNetworkInterface",
        "Interface count 3 exceeds the limit for t3.micro",
      );
    });

    it("with termination protection cannot be deleted, with OperationNotPermitted", () => {
      const entry = launch({ disableApiTermination: true });
      refuses(
        () => aws.remove(instance, entry),
        "OperationNotPermitted",
        "EC2: TerminateInstances",
        `The instance '${entry.id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
      );
    });

    it("is refused by the provider with plain user data over the limit", () => {
      assert.deepEqual(failures(instance, { ami, instanceType: "t3.micro", userData: "x".repeat(16_385) }), [
        { property: "userData", reason: "expected at most 16384 bytes, got 16385" },
      ]);
    });
  });

  it("tells base64 from text", () => {
    assert.deepEqual(["", "YQ==", "YWI=", "YWJj\nYWJj", "YQ", "a b=", "#!"].map(isBase64), [
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
