import { type Finding, wrong } from "../../finding";
import type { PartialConfig } from "../../partialConfig";
import { viewHosts } from "./hostViews";

/** An interface lives and dies in one zone, which must have subnets; members that share one fail with it. */
export function hostZoneProblems({ hosts, network }: PartialConfig): Finding[] {
  const known = network.availabilityZones;
  return viewHosts(hosts).flatMap(({ zones }) => {
    const names = zones.map(({ zone }) => zone);
    return zones.flatMap(({ path, zone }, index) => {
      if (known !== undefined && !known.includes(zone))
        return [
          wrong(
            path,
            `a zone of network.availabilityZones (${known.join(", ")})`,
            "choose one of these, or add the zone at the end of that list",
          ),
        ];
      if (names.indexOf(zone) < index)
        return [wrong(path, "each zone once", "replace it by another zone, or remove it")];
      return [];
    });
  });
}

/** What a fleet may be spread over: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html */
export function fleetProblems({ hosts, environment }: PartialConfig): Finding[] {
  return Object.entries(hosts.dualHomed).flatMap(([name, host]) => {
    const path = ["hosts", "dualHomed", name];
    const { minSizePerZone: min, maxSizePerZone: max, placement, zones = [] } = host;
    return [
      ...(min !== undefined && max !== undefined && min > max
        ? [
            wrong(
              [...path, "minSizePerZone"],
              `at most maxSizePerZone (${max})`,
              "raise maxSizePerZone or lower minSizePerZone",
            ),
          ]
        : []),
      ...(placement === "cluster" && zones.length > 1
        ? [
            wrong(
              [...path, "placement"],
              `none or spread with ${zones.length} zones`,
              "name one zone, or choose another placement: a cluster placement group is within one zone",
            ),
          ]
        : []),
      ...(placement === "spread" && max !== undefined && max > 7
        ? [
            wrong(
              [...path, "maxSizePerZone"],
              "at most 7 with placement spread",
              "lower it, or choose another placement: AWS keeps seven racks apart in a zone",
            ),
          ]
        : []),
      ...(environment === "prod" && zones.length === 1 && placement !== "cluster"
        ? [
            wrong(
              [...path, "zones"],
              "at least 2 zones in prod",
              "add a zone: one is an outage when it fails",
            ),
          ]
        : []),
    ];
  });
}
