import { Got } from "../../got";
import { defineRule } from "../../rule";
import { eachOf } from "../../values";

const task = { family: "web", containerDefinitions: "[]" };

export const ecsTaskFileSystemTls = defineRule({
  id: "ecs-task-definition-efs-encrypted-in-transit",
  title: "Tasks mount file systems over TLS.",
  severity: "medium",
  type: "aws:ecs/taskDefinition:TaskDefinition",
  remedy: 'Set efsVolumeConfiguration.transitEncryption to "ENABLED".',
  references: [
    {
      title: "EFSVolumeConfiguration: transitEncryption",
      url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
    },
  ],
  evaluate: ({ volumes }, separately) => {
    const each = eachOf(volumes, ({ efsVolumeConfiguration: efs }, index) => {
      if (efs == null || efs.transitEncryption === "ENABLED") return [];
      const path = `volumes[${index}].efsVolumeConfiguration.transitEncryption`;
      return [{ path, expected: '"ENABLED"', got: Got.of(efs.transitEncryption, ["DISABLED"]) }];
    });
    return separately(...each);
  },
  examples: {
    pass: [
      {
        name: "mounts over TLS",
        properties: {
          ...task,
          volumes: [
            {
              name: "data",
              efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", transitEncryption: "ENABLED" },
            },
            { name: "scratch" },
          ],
        },
      },
      { name: "mounts nothing", properties: task },
    ],
    fail: [
      {
        name: "mounts in the clear",
        properties: {
          ...task,
          volumes: [
            {
              name: "data",
              efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", transitEncryption: "DISABLED" },
            },
            { name: "more", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } },
          ],
        },
        finds: [
          'volumes[0].efsVolumeConfiguration.transitEncryption: expected "ENABLED", got "DISABLED"',
          'volumes[1].efsVolumeConfiguration.transitEncryption: expected "ENABLED", got no value',
        ],
      },
    ],
  },
});
