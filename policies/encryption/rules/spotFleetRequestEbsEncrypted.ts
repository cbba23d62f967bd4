import { defineRule } from "../../rule";
import { eachOf } from "../../values";
import { findUnencrypted } from "../ebsVolume";
import { ebsVolumes } from "../instanceVolumes";

const request = { iamFleetRole: "arn:aws:iam::111122223333:role/fleet", targetCapacity: 2 };
const specification = { ami: "ami-0123456789abcdef0", instanceType: "m5.large" };

export const spotFleetRequestEbsEncrypted = defineRule({
  id: "ec2-spot-fleet-request-ebs-encrypted",
  title: "Spot fleets encrypt every EBS volume, the root volume among them.",
  severity: "high",
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  remedy:
    "Set encrypted to true in rootBlockDevices and ebsBlockDevices of each launch specification; better, use launch templates.",
  references: [
    {
      title: "Amazon EBS encryption",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    },
  ],
  evaluate: (fleet, separately) => {
    const specifications = eachOf(fleet.launchSpecifications, (each, index) => {
      const path = `launchSpecifications[${index}]`;
      return separately(
        () => findUnencrypted(each.rootBlockDevices?.[0]?.encrypted, `${path}.rootBlockDevices[0]`),
        () => separately(...ebsVolumes(each.ebsBlockDevices, `${path}.ebsBlockDevices`)),
      );
    });
    return separately(...specifications);
  },
  examples: {
    pass: [
      {
        name: "encrypts root and data volumes",
        properties: {
          ...request,
          launchSpecifications: [
            {
              ...specification,
              rootBlockDevices: [{ encrypted: true }],
              ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true }],
            },
          ],
        },
      },
      {
        name: "uses launch templates, which are judged themselves",
        properties: {
          ...request,
          launchTemplateConfigs: [
            { launchTemplateSpecification: { id: "lt-0123456789abcdef0", version: "3" } },
          ],
        },
      },
    ],
    fail: [
      {
        name: "does not encrypt its volumes",
        properties: {
          ...request,
          launchSpecifications: [
            {
              ...specification,
              rootBlockDevices: [{ encrypted: false }],
              ebsBlockDevices: [{ deviceName: "/dev/sdf" }],
            },
            specification,
          ],
        },
        finds: [
          "launchSpecifications[0].ebsBlockDevices[0].encrypted: expected true, got no value",
          "launchSpecifications[0].rootBlockDevices[0].encrypted: expected true, got false",
          "launchSpecifications[1].rootBlockDevices[0].encrypted: expected true, got no value",
        ],
      },
    ],
  },
});
