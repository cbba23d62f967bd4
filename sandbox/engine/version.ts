/** The oldest CLI that runs what the program needs: policy packs on Node SDK 3.270 and `refresh --clear-pending-creates`. */
export const minimumVersion = "3.200.0";

/** `v3.220.0` or `3.220.0-alpha.1+abc` as `pulumi version` prints it; undefined when there is no version in it. */
export function parseVersion(printed: string): string | undefined {
  return /^v?(\d+\.\d+\.\d+)/.exec(printed.trim())?.[1];
}

/** Whether `version` (`3.220.0`) is `minimum` or newer. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((v) => v.split(".").map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
