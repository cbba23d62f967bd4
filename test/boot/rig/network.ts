import type http from "node:http";
import type net from "node:net";
import { command } from "./command";
import { type Dnsmasq, startDnsmasq } from "./dnsmasq";
import { deleteNamespace } from "./namespace";
import { type Address, SocketGate } from "./socketGate";
import { addresses, firstSubnet, hostAddress, hostNumbers, type Subnet, secondSubnet, subnets } from "./vpc";
import { rigName } from "./workspace";

export interface NetworkInterface {
  readonly subnet: Subnet;
  readonly ip: string;
  readonly mac: string;
  /** That of a dual-homed instance. */
  readonly second?: { readonly ip: string; readonly mac: string };
  /** The network namespace in which the instance runs. */
  readonly namespace: string;
}

/**
 * The VPC: one namespace with a router, the metadata service's address, DHCP and DNS. It has no way out: what guests
 * reach are the servers that this process opens in it, and packages only through one of these.
 */
export class Network {
  private lastHostNumber: number = hostNumbers.first - 1;
  private readonly servers: http.Server[] = [];
  private readonly listeners: net.Server[] = [];

  private constructor(
    readonly namespace: string,
    /** Opens sockets in the VPC. */
    readonly gate: SocketGate,
    private readonly dnsmasq: Dnsmasq,
  ) {}

  static async create(): Promise<Network> {
    const namespace = `${rigName}.vpc`;
    await command("ip", ["netns", "add", namespace]);
    await ipBatch(namespace, [
      "link set lo up",
      `address add ${addresses.metadataService.host}/32 dev lo`,
      `address add ${addresses.awsEndpoint.host}/32 dev lo`,
      `address add ${addresses.packageProxy.host}/32 dev lo`,
      ...subnets.flatMap(({ bridge, prefix }) => [
        `link add ${bridge} type bridge`,
        `address add ${prefix}.1/24 dev ${bridge}`,
        `link set ${bridge} up`,
      ]),
    ]);
    await checkSources(namespace);
    const dnsmasq = await startDnsmasq(namespace);
    return new Network(namespace, await SocketGate.open(namespace), dnsmasq);
  }

  /** Lets a server of this process answer at an address of the VPC. */
  async serve(address: Address, server: http.Server): Promise<void> {
    const listener = await this.gate.listen(address, (socket) => server.emit("connection", socket));
    this.servers.push(server);
    this.listeners.push(listener);
  }

  /** Reserves an address and a namespace for an instance. */
  allocate(subnet: Subnet, isDualHomed = false): NetworkInterface {
    const number = ++this.lastHostNumber;
    if (number > hostNumbers.last) throw new Error("no address is left; open a new rig");
    const second = isDualHomed ? { second: hostAddress(secondSubnet, number) } : {};
    return { subnet, ...hostAddress(subnet, number), ...second, namespace: `${rigName}.i${number}` };
  }

  /** Makes the instance's namespace and plugs its interface in; the guest's DHCP client does the rest. */
  async plugIn({ subnet, ip, mac, second, namespace }: NetworkInterface): Promise<void> {
    await command("ip", ["netns", "add", namespace]);
    await this.connect(subnet, namespace, { ip, mac });
    if (second !== undefined) await this.connect(secondSubnet, namespace, second);
    await ipBatch(namespace, ["link set lo up"]);
  }

  private async connect(
    subnet: Subnet,
    namespace: string,
    { ip, mac }: { ip: string; mac: string },
  ): Promise<void> {
    const port = `${subnet === firstSubnet ? "v" : "w"}${ip.split(".").at(-1)}`;
    await ipBatch(this.namespace, [
      `link add ${port} type veth peer name ${subnet.guestInterface} netns ${namespace} address ${mac}`,
      `link set ${port} master ${subnet.bridge} up`,
      // Known beforehand, as in a VPC: the first health check must not wait for an ARP retry.
      `neighbour replace ${ip} lladdr ${mac} dev ${subnet.bridge} nud permanent`,
    ]);
  }

  /** For a build, which has no DHCP client: gives the interface its address at once. */
  async configureStatically({ subnet, ip, namespace }: NetworkInterface): Promise<void> {
    await ipBatch(namespace, [
      `address add ${ip}/24 dev ${subnet.guestInterface}`,
      `link set ${subnet.guestInterface} up`,
      `route add default via ${subnet.prefix}.1`,
    ]);
  }

  async unplug({ namespace }: NetworkInterface): Promise<void> {
    // The interface goes with its namespace, and the VPC's end of the pair with the interface.
    await deleteNamespace(namespace);
  }

  async close(): Promise<void> {
    for (const listener of this.listeners) listener.close();
    for (const server of this.servers) server.closeAllConnections();
    await this.gate.close();
    await this.dnsmasq.stop();
    await deleteNamespace(this.namespace);
  }
}

/**
 * What EC2 does with a packet whose source is not an address of the interface that it left by: drops it. Here the
 * router does, since the way back to such a source is through its other bridge (`rp_filter`, strictly).
 */
async function checkSources(namespace: string): Promise<void> {
  const settings = subnets.map(({ bridge }) => `echo 1 >/proc/sys/net/ipv4/conf/${bridge}/rp_filter`);
  await command("ip", ["netns", "exec", namespace, "sh", "-ec", settings.join("\n")]);
}

async function ipBatch(namespace: string, lines: readonly string[]): Promise<void> {
  await command("ip", ["-netns", namespace, "-batch", "-"], { input: `${lines.join("\n")}\n` });
}
