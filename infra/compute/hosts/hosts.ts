import type * as pulumi from "@pulumi/pulumi";
import { bundleFunction } from "../../functions/bundle";
import type { HostPlan } from "../../hosts/plan";
import type { Fleet } from "../fleet";
import { Appliance } from "./appliance";
import { DualHomedFleet } from "./dualHomedFleet";
import { FloatingPair } from "./floatingPair";
import type { HostContext } from "./hostContext";
import { LicensedHost } from "./licensedHost";
import { SingleHost } from "./singleHost";

export interface HostsArgs {
  readonly context: HostContext;
  readonly plans: readonly HostPlan[];
  /** By the workload's name: hosts are called by them. */
  readonly fleets: ReadonlyMap<string, Fleet>;
}

/** What an instance of a pair runs beside its service. */
export const pairAgent = () => bundleFunction("floatingPair/agent.ts");

/** Every host that the stack has. */
export function declareHosts(
  { context, plans, fleets }: HostsArgs,
  opts: pulumi.ComponentResourceOptions,
): void {
  for (const plan of plans) {
    const { name } = plan.host;
    switch (plan.kind) {
      case "dualHomed":
        new DualHomedFleet(name, { context, plan, fleets }, opts);
        break;
      case "single":
        new SingleHost(name, { context, plan }, opts);
        break;
      case "licensed":
        new LicensedHost(name, { context, plan }, opts);
        break;
      case "appliance":
        new Appliance(name, { context, plan, failOver: bundleFunction("appliance/handler.ts") }, opts);
        break;
      case "floatingPair":
        new FloatingPair(name, { context, plan, agent: pairAgent() }, opts);
        break;
      default:
        plan satisfies never;
    }
  }
}
