import type { OperatingSystem } from "../bakeline/operatingSystem";
import type { Step } from "../bakeline/step";
import type { Agents } from "../bootstrap/everyInstance";

/** What is true of a host in every stack that has it. Types, zones and addresses are the stack's to choose. */
interface HostBasics {
  /** Unique among hosts and workloads; the name of every resource made for the host begins with it. */
  readonly name: string;
  /** What it is, in the tag `role`. */
  readonly role: string;
  readonly operatingSystem: OperatingSystem;
  readonly agents: Agents;
  /** TCP port of its service; the VPC reaches it. */
  readonly port: number;
  /** Answers 200 there when the host does what it is for. */
  readonly healthCheckPath: string;
  /** As a workload's. */
  readonly imdsHopLimit: 1 | 2;
  /** All of them run at boot. */
  readonly steps: readonly Step[];
}

/**
 * Instances with one interface in the workload network and one in the management network of the same zone: callers
 * come in by the first, databases are reached by the second. As many as a zone needs; none keeps its interfaces.
 */
export interface DualHomedFleet extends HostBasics {
  readonly kind: "dualHomed";
  /** Workloads that may call `port`. Nobody else in the VPC may. */
  readonly callers: readonly string[];
  /** TCP ports of the databases that it reaches through the management network. */
  readonly databasePorts: readonly number[];
}

/** One instance that EC2 recovers on new hardware and an alarm reboots. Its interface outlives it. */
export interface SingleHost extends HostBasics {
  readonly kind: "single";
}

/** A host whose licence is bound to a MAC address: the next instance takes the interface over. */
export interface LicensedHost extends HostBasics {
  readonly kind: "licensed";
}

/** What other hosts' packets pass through. Two members in two zones; routes lead to the one that is healthy. */
export interface ApplianceHost extends HostBasics {
  readonly kind: "appliance";
}

/** Two instances and one interface, which the standby takes when the active fails. */
export interface FloatingPair extends HostBasics {
  readonly kind: "floatingPair";
}

export type Host = DualHomedFleet | SingleHost | LicensedHost | ApplianceHost | FloatingPair;

export type HostKind = Host["kind"];
