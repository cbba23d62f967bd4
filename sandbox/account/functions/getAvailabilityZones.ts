import { AwsError } from "../awsError";
import { zoneIdOf } from "../types/ec2/zones";
import { text } from "../types/reading";
import type { DataSource } from "./dataSource";
import { zonesOf } from "./zones";

const modelled = ["region", "state"];

/** Not modelled: local and wavelength zones, and so the arguments that choose among them. */
export const getAvailabilityZones: DataSource = {
  token: "aws:index/getAvailabilityZones:getAvailabilityZones",
  source: "internal/service/ec2/ec2_availability_zones_data_source.go",
  invoke(args, caller) {
    const other = Object.keys(args).find((name) => !modelled.includes(name));
    if (other !== undefined)
      throw new AwsError(
        "NotModelled",
        "EC2: DescribeAvailabilityZones",
        `the simulated account knows the arguments ${modelled.join(", ")}, got ${other}; ` +
          "teach it in sandbox/account/functions/getAvailabilityZones.ts",
      );
    const region = text(args, "region") ?? caller.region;
    const state = text(args, "state");
    const names = state === undefined || state === "available" ? zonesOf(region) : [];
    return {
      ...(state === undefined ? {} : { state }),
      groupNames: names.length === 0 ? [] : [region],
      id: region,
      names,
      region,
      zoneIds: names.map((name) => zoneIdOf(region, name) ?? ""),
    };
  },
};
