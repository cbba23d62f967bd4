import type { Engine } from "./engine";

/** GiB of the smallest sizes, which are the same in every burstable family. */
const burstableGiB: Readonly<Record<string, number>> = { micro: 1, small: 2, medium: 4 };

/** GiB of `large`, by the family's first letter, as https://aws.amazon.com/rds/instance-types/ has them (2026-11). */
const largeGiB: Readonly<Record<string, number>> = { t: 8, m: 8, r: 16, c: 4, x: 32 };

/** Memory of an instance class in GiB; undefined for a class of no family above. */
export function memoryGiB(instanceClass: string): number | undefined {
  const [, family = "", size = ""] = instanceClass.split(".");
  const small = burstableGiB[size];
  if (small !== undefined) return family.startsWith("c") ? small / 2 : small;
  const large = largeGiB[family.charAt(0)];
  if (large === undefined) return undefined;
  if (size === "large") return large;
  const factor = /^(\d*)xlarge$/.exec(size)?.[1];
  return factor === undefined ? undefined : large * 2 * (factor === "" ? 1 : Number(factor));
}

/**
 * The connections that the engine allows by RDS's default formula:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
 */
export function maximumConnections(engine: Engine, instanceClass: string): number | undefined {
  const memory = memoryGiB(instanceClass);
  if (memory === undefined) return undefined;
  const bytes = memory * 2 ** 30;
  return engine === "postgres"
    ? Math.min(Math.floor(bytes / 9_531_392), 5000)
    : Math.floor(bytes / 12_582_880);
}
