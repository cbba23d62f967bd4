import { defineRule } from "../../rule";
import { findPublicAddress } from "../publicAddress";
import { eachOf } from "../values";

export const launchTemplateNoPublicIp = defineRule({
  id: "ec2-launch-template-no-public-ip",
  title: "Launch templates give no interface a public address.",
  severity: "high",
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  remedy: 'Set associatePublicIpAddress of the interface to "false".',
  fsbp: "EC2.25",
  references: [
    {
      title: "EC2.25: launch templates should not assign public addresses to network interfaces",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-25",
    },
  ],
  evaluate: ({ networkInterfaces }, separately) =>
    separately(
      ...eachOf(networkInterfaces, ({ associatePublicIpAddress }, index) =>
        findPublicAddress(associatePublicIpAddress, `networkInterfaces[${index}].associatePublicIpAddress`),
      ),
    ),
  examples: {
    pass: [
      {
        name: "asks for none",
        properties: { networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "false" }] },
      },
      { name: "describes no interface", properties: {} },
    ],
    fail: [
      {
        name: "asks for one on its second interface",
        properties: {
          networkInterfaces: [
            { deviceIndex: 0, associatePublicIpAddress: "false" },
            { deviceIndex: 1, associatePublicIpAddress: "true" },
          ],
        },
        finds: ['networkInterfaces[1].associatePublicIpAddress: expected false, got "true"'],
      },
    ],
  },
});
