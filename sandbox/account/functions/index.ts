import type { DataSource } from "./dataSource";
import { getAvailabilityZones } from "./getAvailabilityZones";
import { getCallerIdentity } from "./getCallerIdentity";
import { getParameter } from "./getParameter";
import { getPartition } from "./getPartition";
import { getRegion } from "./getRegion";

/** Every data source that the simulated account knows. One that is not here is an error, never an empty answer. */
export const dataSources: readonly DataSource[] = [
  getAvailabilityZones,
  getCallerIdentity,
  getParameter,
  getPartition,
  getRegion,
];
