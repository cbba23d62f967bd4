import type { HostKind } from "../../../hosts/host";
import type { SettingPath } from "../../finding";
import type { PartialConfig } from "../../partialConfig";

type PartialHosts = PartialConfig["hosts"];
type PartialInterface = NonNullable<PartialHosts["single"][string]["interface"]>;

/** An interface that outlives its instances, and the zone that it stands in, where these are known. */
export interface InterfaceView {
  readonly path: SettingPath;
  readonly zone?: string | undefined;
  readonly settings: PartialInterface;
}

/** A host as far as its settings are right, in the form that most checks share. */
export interface HostView {
  readonly kind: HostKind;
  readonly name: string;
  readonly path: SettingPath;
  readonly machine: Partial<
    Pick<PartialHosts["single"][string], "instanceType" | "imageParameter" | "rootDeviceName">
  >;
  readonly zones: readonly { readonly path: SettingPath; readonly zone: string }[];
  /** Network interfaces that each of its instances has at once. */
  readonly interfacesPerInstance: number;
  readonly interfaces: readonly InterfaceView[];
}

/** Every host of a stack, in the order of kinds and then of the stack file. */
export function viewHosts(hosts: PartialHosts): HostView[] {
  return [
    ...Object.entries(hosts.dualHomed).map(([name, host]): HostView => {
      const path = ["hosts", "dualHomed", name];
      return {
        ...{
          kind: "dualHomed",
          name,
          path,
          machine: host,
          zones: viewZones(path, host.zones),
          interfaces: [],
        },
        interfacesPerInstance: 2,
      };
    }),
    ...Object.entries(hosts.single).map(([name, host]) => viewWithInterface("single", name, host)),
    ...Object.entries(hosts.licensed).map(([name, host]) => viewWithInterface("licensed", name, host)),
    ...Object.entries(hosts.appliance).map(([name, host]): HostView => {
      const path = ["hosts", "appliance", name];
      return {
        ...{ kind: "appliance", name, path, machine: host, zones: viewZones(path, host.zones) },
        interfacesPerInstance: host.managementInterface === true ? 3 : 2,
        interfaces: (host.privateIps ?? []).map((privateIp, index) => ({
          path: [...path, "privateIps", index],
          zone: host.zones?.[index],
          settings: { subnet: "private", privateIp },
        })),
      };
    }),
    ...Object.entries(hosts.floatingPair).map(([name, host]) =>
      viewWithInterface("floatingPair", name, host),
    ),
  ];
}

function viewWithInterface(
  kind: "single" | "licensed" | "floatingPair",
  name: string,
  host: HostView["machine"] & {
    zone?: string | undefined;
    managementInterface?: boolean | undefined;
    interface?: PartialInterface | undefined;
  },
): HostView {
  const path = ["hosts", kind, name];
  return {
    ...{ kind, name, path, machine: host },
    zones: host.zone === undefined ? [] : [{ path: [...path, "zone"], zone: host.zone }],
    // A single host is launched with the interface that it is known by; the others have one of their own first.
    interfacesPerInstance: (kind === "single" ? 1 : 2) + (host.managementInterface === true ? 1 : 0),
    interfaces:
      host.interface === undefined
        ? []
        : [{ path: [...path, "interface"], zone: host.zone, settings: host.interface }],
  };
}

function viewZones(path: SettingPath, zones: readonly string[] = []): HostView["zones"] {
  return zones.map((zone, index) => ({ path: [...path, "zones", index], zone }));
}
