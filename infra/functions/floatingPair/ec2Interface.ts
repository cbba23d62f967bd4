import {
  AttachNetworkInterfaceCommand,
  DescribeNetworkInterfacesCommand,
  DetachNetworkInterfaceCommand,
  type EC2Client,
  EC2ServiceException,
} from "@aws-sdk/client-ec2";
import { inTime } from "./inTime";
import type { FloatingInterface } from "./ports";

export interface Ec2InterfaceArgs {
  readonly client: EC2Client;
  readonly interfaceId: string;
  /** Where it is attached: after the interfaces that the instance was launched with. */
  readonly deviceIndex: number;
}

/** The floating interface as EC2 has it. */
export function ec2Interface({ client, interfaceId, deviceIndex }: Ec2InterfaceArgs): FloatingInterface {
  return {
    async find() {
      const { NetworkInterfaces } = await client.send(
        new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [interfaceId] }),
        inTime(),
      );
      const attachment = NetworkInterfaces?.[0]?.Attachment;
      if (attachment?.AttachmentId === undefined || attachment.Status === "detached") return undefined;
      const { AttachmentId: attachmentId, InstanceId: instanceId = "", Status: status } = attachment;
      const state = status === "attaching" || status === "detaching" ? status : "attached";
      return { attachmentId, instanceId, state };
    },
    async attach(instanceId) {
      await client.send(
        new AttachNetworkInterfaceCommand({
          NetworkInterfaceId: interfaceId,
          InstanceId: instanceId,
          DeviceIndex: deviceIndex,
        }),
        inTime(),
      );
    },
    async detach(attachmentId) {
      try {
        // By force: who has it does not answer, or would have let go by itself.
        await client.send(
          new DetachNetworkInterfaceCommand({ AttachmentId: attachmentId, Force: true }),
          inTime(),
        );
      } catch (error) {
        // Already done: by this call the first time, or by EC2 when the instance ended.
        if (!(error instanceof EC2ServiceException && error.name === "InvalidAttachmentID.NotFound"))
          throw error;
      }
    },
  };
}
