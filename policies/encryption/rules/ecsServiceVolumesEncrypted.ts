import { defineRule } from "../../rule";
import { findUnencrypted } from "../ebsVolume";

const service = { name: "web", taskDefinition: "web:3" };
const roleArn = "arn:aws:iam::111122223333:role/ecs-volumes";

export const ecsServiceVolumesEncrypted = defineRule({
  id: "ecs-service-ebs-volume-encrypted",
  title: "Volumes that ECS makes for a service's tasks are encrypted.",
  severity: "high",
  type: "aws:ecs/service:Service",
  remedy: "Set volumeConfiguration.managedEbsVolume.encrypted to true, or leave it out.",
  references: [
    {
      title: "Use Amazon EBS volumes with Amazon ECS",
      url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html",
    },
  ],
  evaluate: ({ volumeConfiguration }) => {
    const encrypted = volumeConfiguration?.managedEbsVolume?.encrypted;
    // The provider's default is true.
    if (encrypted == null) return [];
    return findUnencrypted(encrypted, "volumeConfiguration.managedEbsVolume");
  },
  examples: {
    pass: [
      {
        name: "encrypts the volumes of its tasks",
        properties: {
          ...service,
          volumeConfiguration: {
            name: "data",
            managedEbsVolume: { roleArn, sizeInGb: 20, encrypted: true },
          },
        },
      },
      { name: "has no volumes", properties: service },
    ],
    fail: [
      {
        name: "does not encrypt the volumes of its tasks",
        properties: {
          ...service,
          volumeConfiguration: {
            name: "data",
            managedEbsVolume: { roleArn, sizeInGb: 20, encrypted: false },
          },
        },
        finds: ["volumeConfiguration.managedEbsVolume.encrypted: expected true, got false"],
      },
    ],
  },
});
