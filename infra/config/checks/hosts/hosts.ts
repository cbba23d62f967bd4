import { type Finding, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { rootDeviceFindings } from "../workloads";
import { addressProblems, memberAddressProblems } from "./addresses";
import { elasticIpProblems } from "./elasticIps";
import { viewHosts } from "./hostViews";
import { instanceTypeProblems } from "./instanceTypes";
import { hostNameProblems } from "./names";
import { applianceRouteProblems } from "./routes";
import { fleetProblems, hostZoneProblems } from "./zones";

/** All that AWS, or the estate, would refuse of a stack's hosts. */
export function hostProblems(config: PartialConfig): Finding[] {
  return [
    ...hostNameProblems(config),
    ...instanceTypeProblems(config),
    ...viewHosts(config.hosts).flatMap(({ path, machine }) => rootDeviceFindings(path, machine)),
    ...hostZoneProblems(config),
    ...fleetProblems(config),
    ...addressProblems(config),
    ...memberAddressProblems(config),
    ...elasticIpProblems(config),
    ...applianceRouteProblems(config),
    ...leaseProblems(config),
  ];
}

/** Two renewals may fail, by chance or by throttling, before the lease is lost: infra/functions/floatingPair. */
function leaseProblems({ hosts }: PartialConfig): Finding[] {
  return Object.entries(hosts.floatingPair).flatMap(([name, { leaseSeconds, renewSeconds }]) =>
    leaseSeconds !== undefined && renewSeconds !== undefined && renewSeconds * 3 > leaseSeconds
      ? [
          wrong(
            ["hosts", "floatingPair", name, "renewSeconds"],
            `at most a third of leaseSeconds (${leaseSeconds})`,
            "lower it or raise leaseSeconds: two renewals may fail before the lease is lost",
          ),
        ]
      : [],
  );
}
