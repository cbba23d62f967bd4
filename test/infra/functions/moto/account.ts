import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  CreateNetworkInterfaceCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeImagesCommand,
  DescribeNetworkInterfacesCommand,
  EC2Client,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import { type MotoServer, motoMissing, startMoto } from "../../../moto/server";
import { FaultProxy } from "./faultProxy";

/** An account of moto's, with a VPC of two zones, and what goes wrong on the way to it. */
export class MotoAccount {
  readonly ec2: EC2Client;
  readonly dynamo: DynamoDBClient;

  private constructor(
    private readonly moto: MotoServer,
    readonly faults: FaultProxy,
    readonly vpcId: string,
    readonly subnetIds: readonly [string, string],
  ) {
    const options = clientOptions(faults.endpoint);
    this.ec2 = new EC2Client(options);
    this.dynamo = new DynamoDBClient(options);
  }

  /** Undefined, with the reason said, where moto cannot run. */
  static async open(): Promise<MotoAccount | undefined> {
    const missing = await motoMissing();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      return undefined;
    }
    const moto = await startMoto();
    const ec2 = new EC2Client(clientOptions(moto.endpoint));
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
    const vpcId = Vpc?.VpcId ?? "";
    const subnet = async (zone: string, block: string) => {
      const { Subnet } = await ec2.send(
        new CreateSubnetCommand({ VpcId: vpcId, AvailabilityZone: zone, CidrBlock: block }),
      );
      return Subnet?.SubnetId ?? "";
    };
    const subnetIds = [
      await subnet("eu-west-1a", "10.0.0.0/24"),
      await subnet("eu-west-1b", "10.0.1.0/24"),
    ] as const;
    ec2.destroy();
    return new MotoAccount(moto, await FaultProxy.open(moto.endpoint), vpcId, subnetIds);
  }

  async close(): Promise<void> {
    this.ec2.destroy();
    this.dynamo.destroy();
    await this.faults.close();
    await this.moto.stop();
  }

  async createInterface(subnetId: string): Promise<{ id: string; mac: string; privateIp: string }> {
    const { NetworkInterface } = await this.ec2.send(
      new CreateNetworkInterfaceCommand({ SubnetId: subnetId }),
    );
    const {
      NetworkInterfaceId: id = "",
      MacAddress: mac = "",
      PrivateIpAddress: privateIp = "",
    } = NetworkInterface ?? {};
    return { id, mac, privateIp };
  }

  /** What a host is known by, and where it is. */
  async describeInterface(id: string) {
    const { NetworkInterfaces } = await this.ec2.send(
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [id] }),
    );
    const { MacAddress: mac, PrivateIpAddress: privateIp, Attachment } = NetworkInterfaces?.[0] ?? {};
    return { id, mac, privateIp, instanceId: Attachment?.InstanceId };
  }

  async launch(subnetId: string): Promise<string> {
    const { Images } = await this.ec2.send(new DescribeImagesCommand({ Owners: ["amazon"] }));
    const { Instances } = await this.ec2.send(
      new RunInstancesCommand({
        ImageId: Images?.[0]?.ImageId,
        InstanceType: "t3.small",
        MinCount: 1,
        MaxCount: 1,
        SubnetId: subnetId,
      }),
    );
    return Instances?.[0]?.InstanceId ?? "";
  }

  async terminate(instanceId: string): Promise<void> {
    await this.ec2.send(new TerminateInstancesCommand({ InstanceIds: [instanceId] }));
  }
}

/** moto asks nobody for a signature; the SDK makes one all the same. */
function clientOptions(endpoint: string) {
  return {
    endpoint,
    region: "eu-west-1",
    credentials: { accessKeyId: "moto", secretAccessKey: "moto" },
    maxAttempts: 3,
  };
}
