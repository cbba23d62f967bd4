/** A subnet is a bridge in the VPC's namespace; an instance is attached to it by a pair of virtual interfaces. */
export interface Subnet {
  readonly name: string;
  /** The first three octets; the router is `.1`. */
  readonly prefix: string;
  readonly bridge: string;
  /** The interface's name in the guest, as the Nitro driver names the first. */
  readonly guestInterface: string;
  /** The fifth octet of its interfaces' MAC addresses, so that they differ between subnets. */
  readonly macOctet: string;
}

export const firstSubnet: Subnet = {
  name: "subnet-0a11",
  prefix: "10.77.1",
  bridge: "br-a",
  guestInterface: "ens5",
  macOctet: "01",
};

/** Where the second interface of a dual-homed instance stands. */
export const secondSubnet: Subnet = {
  name: "subnet-0a22",
  prefix: "10.77.2",
  bridge: "br-b",
  guestInterface: "ens6",
  macOctet: "02",
};

export const subnets: readonly Subnet[] = [firstSubnet, secondSubnet];

/** Addresses in the VPC, none of which exists outside its namespace. */
export const addresses = {
  metadataService: { host: "169.254.169.254", port: 80 },
  awsEndpoint: { host: "10.77.0.10", port: 443 },
  packageProxy: { host: "10.77.0.11", port: 3142 },
  nameServer: `${firstSubnet.prefix}.1`,
} as const;

export const vpcCidr = "10.77.0.0/16";
export const region = "eu-west-1";
export const availabilityZone = "eu-west-1a";
export const domain = `${region}.compute.internal`;

/** Host numbers that instances get in a subnet. */
export const hostNumbers = { first: 20, last: 250 } as const;

/** The address and the MAC address of a host number. */
export function hostAddress(subnet: Subnet, number: number): { ip: string; mac: string } {
  const octet = number.toString(16).padStart(2, "0");
  return { ip: `${subnet.prefix}.${number}`, mac: `02:77:00:00:${subnet.macOctet}:${octet}` };
}

/** The name that EC2 gives an instance in the VPC's DNS. */
export function privateDnsName(ip: string): string {
  return `ip-${ip.replaceAll(".", "-")}.${domain}`;
}
