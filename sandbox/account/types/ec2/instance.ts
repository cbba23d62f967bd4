import { maximumUserDataBytes } from "../../../../scan/userDataLimit";
import type { AccountView, Entry } from "../../accountView";
import { AwsError } from "../../awsError";
import type { ResourceType } from "../../resourceType";
import type { Properties } from "../../values";
import { regionalArn } from "../arn";
import { encryptionKey, isEncrypted } from "../ebs/encryption";
import { block, blocks, flag, given, number, text, texts } from "../reading";
import { tokens } from "../tokens";
import { freeAddresses, requireAddresses } from "./addresses";
import { instanceComputed, instanceReplaceOn } from "./instanceProperties";
import { requireInstanceProfile, requireInterfaces } from "./launch";
import { metadataOptions } from "./metadataOptions";
import { requireGroupsInSubnet, requireSubnet, requireVpc } from "./references";
import { isBase64, requireUserData } from "./userData";

const RUN = "EC2: RunInstances";

/** Inputs that a list of interfaces replaces (`ConflictsWith` in the source). */
const perInterface = [
  "associatePublicIpAddress",
  "ipv6AddressCount",
  "ipv6Addresses",
  "privateIp",
  "secondaryPrivateIps",
  "securityGroups",
  "subnetId",
  "vpcSecurityGroupIds",
];

/**
 * One instance. Not modelled: a default VPC, launching from a template (the reference is kept, its data is not
 * merged), whether the image exists, spot, hosts and placement groups, IPv6, `userDataReplaceOnChange` (user data
 * always updates in place), capacity, what runs inside.
 */
export const instance: ResourceType = {
  token: tokens.instance,
  source: "internal/service/ec2/ec2_instance.go",
  replaceOn: instanceReplaceOn,
  unordered: [
    "ebsBlockDevices",
    "ephemeralBlockDevices",
    "networkInterfaces",
    "secondaryPrivateIps",
    "securityGroups",
    "vpcSecurityGroupIds",
  ],
  autoName: "none",
  defaults: {
    forceDestroy: false,
    getPasswordData: false,
    sourceDestCheck: true,
    userDataReplaceOnChange: false,
  },
  computed: instanceComputed,
  validate(inputs) {
    const plain = text(inputs, "userData");
    const encoded = text(inputs, "userDataBase64");
    const conflicts = given(inputs, "networkInterfaces")
      ? perInterface.filter((name) => given(inputs, name))
      : [];
    return [
      ...["ami", "instanceType"]
        .filter((name) => !given(inputs, name) && !given(inputs, "launchTemplate"))
        .map((property) => ({ property, reason: `expected at least one of ${property}, launchTemplate` })),
      ...conflicts.map((property) => ({ property, reason: "conflicts with networkInterfaces" })),
      ...(given(inputs, "userData") && given(inputs, "userDataBase64")
        ? [{ property: "userData", reason: "conflicts with userDataBase64" }]
        : []),
      ...(plain !== undefined && Buffer.byteLength(plain) > maximumUserDataBytes
        ? [
            {
              property: "userData",
              reason: `expected at most ${maximumUserDataBytes} bytes, got ${Buffer.byteLength(plain)}`,
            },
          ]
        : []),
      ...(encoded !== undefined && !isBase64(encoded)
        ? [{ property: "userDataBase64", reason: "must be base64-encoded" }]
        : []),
    ];
  },
  create(inputs, account) {
    const interfaces = blocks(inputs, "networkInterfaces");
    const primary = interfaces.find((block) => (number(block, "deviceIndex") ?? 0) === 0);
    const eni =
      primary === undefined ? undefined : requireInterface(account, text(primary, "networkInterfaceId"));
    for (const block of interfaces) requireInterface(account, text(block, "networkInterfaceId"));
    const subnetId = text(inputs, "subnetId") ?? (eni && text(eni.properties, "subnetId"));
    if (subnetId === undefined) throw new AwsError("VPCIdNotSpecified", RUN, "No default VPC for this user.");
    const subnet = requireSubnet(account, RUN, subnetId);
    const vpc = requireVpc(account, RUN, text(subnet.properties, "vpcId"));
    const groups = texts(inputs, "vpcSecurityGroupIds");
    requireGroupsInSubnet(account, RUN, groups, subnet);
    requireInterfaces(RUN, interfaces, text(inputs, "instanceType"));
    requireUserData("InvalidParameterValue", RUN, text(inputs, "userDataBase64"));
    if (inputs.iamInstanceProfile !== undefined)
      requireInstanceProfile(account, RUN, inputs.iamInstanceProfile);
    requireImage(text(inputs, "ami"));
    const chosen = text(inputs, "privateIp");
    if (chosen !== undefined) requireAddresses(account, RUN, subnet, [chosen]);
    const own =
      eni === undefined
        ? (chosen ?? freeAddresses(account, RUN, subnet, 1)[0])
        : text(eni.properties, "privateIp");
    const defaultGroup = text(vpc.properties, "defaultSecurityGroupId") ?? "";
    const inherited = eni === undefined ? [defaultGroup] : texts(eni.properties, "securityGroups");
    return launched(inputs, account, subnet, {
      privateIp: own ?? "",
      primaryNetworkInterfaceId: eni?.id ?? account.newId("eni"),
      vpcSecurityGroupIds: groups.length > 0 ? groups : inherited,
    });
  },
  update(_id, olds, news, account) {
    requireUserData("InvalidParameterValue", "EC2: ModifyInstanceAttribute", text(news, "userDataBase64"));
    const subnet = text(news, "subnetId");
    if (subnet !== undefined)
      requireGroupsInSubnet(
        account,
        "EC2: ModifyInstanceAttribute",
        texts(news, "vpcSecurityGroupIds"),
        requireSubnet(account, "EC2: ModifyInstanceAttribute", subnet),
      );
    return { metadataOptions: { ...block(olds, "metadataOptions"), ...block(news, "metadataOptions") } };
  },
  remove(id, properties) {
    if (flag(properties, "disableApiTermination") === true && flag(properties, "forceDestroy") !== true)
      throw new AwsError(
        "OperationNotPermitted",
        "EC2: TerminateInstances",
        `The instance '${id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
      );
  },
};

function launched(inputs: Properties, account: AccountView, subnet: Entry, network: Properties) {
  const id = account.newId("i");
  const root = block(inputs, "rootBlockDevice") ?? {};
  const dashed = String(network.privateIp).replaceAll(".", "-");
  return {
    id,
    outputs: {
      ...Object.fromEntries(instanceComputed.map((name) => [name, inputs[name] ?? ""])),
      arn: regionalArn(account, "ec2", `instance/${id}`),
      associatePublicIpAddress: flag(inputs, "associatePublicIpAddress") ?? false,
      availabilityZone: text(subnet.properties, "availabilityZone") ?? "",
      disableApiStop: flag(inputs, "disableApiStop") ?? false,
      disableApiTermination: flag(inputs, "disableApiTermination") ?? false,
      ebsBlockDevices: blocks(inputs, "ebsBlockDevices").map((device) => ({
        ...device,
        encrypted: isEncrypted(device, account),
        kmsKeyId: encryptionKey(device, account),
        volumeId: account.newId("vol"),
      })),
      ebsOptimized: flag(inputs, "ebsOptimized") ?? false,
      ephemeralBlockDevices: inputs.ephemeralBlockDevices ?? [],
      instanceInitiatedShutdownBehavior: text(inputs, "instanceInitiatedShutdownBehavior") ?? "stop",
      instanceState: "running",
      ipv6AddressCount: 0,
      ipv6Addresses: [],
      metadataOptions: metadataOptions(inputs, account),
      monitoring: flag(inputs, "monitoring") ?? false,
      networkInterfaces: inputs.networkInterfaces ?? [],
      placementPartitionNumber: number(inputs, "placementPartitionNumber") ?? 0,
      privateDns: `ip-${dashed}.${account.region}.compute.internal`,
      rootBlockDevice: {
        deleteOnTermination: true,
        deviceName: "/dev/xvda",
        volumeSize: 8,
        volumeType: "gp3",
        ...root,
        encrypted: isEncrypted(root, account),
        kmsKeyId: encryptionKey(root, account),
        volumeId: account.newId("vol"),
      },
      secondaryPrivateIps: inputs.secondaryPrivateIps ?? [],
      securityGroups: inputs.securityGroups ?? [],
      subnetId: subnet.id,
      tenancy: text(inputs, "tenancy") ?? "default",
      ...network,
    },
  };
}

function requireInterface(account: AccountView, id: string | undefined): Entry {
  const eni = account.find(tokens.networkInterface, id ?? "");
  if (eni === undefined)
    throw new AwsError(
      "InvalidNetworkInterfaceID.NotFound",
      RUN,
      `The networkInterface ID '${id}' does not exist`,
    );
  return eni;
}

function requireImage(ami: string | undefined): void {
  if (ami !== undefined && !/^(ami-[0-9a-f]{8,17}|resolve:ssm:.+)$/.test(ami))
    throw new AwsError("InvalidAMIID.Malformed", RUN, `Invalid id: "${ami}"`);
}
