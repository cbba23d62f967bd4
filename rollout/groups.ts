import * as z from "zod";

/** A fleet of a running stack. */
export interface RunningFleet {
  readonly workload: string;
  readonly groupName: string;
}

const Outputs = z.object({
  workloads: z.record(z.string(), z.object({ autoScalingGroupName: z.string() })),
});

/** The fleets by a stack's outputs, as `pulumi stack output --json` prints them. @throws Error on anything else */
export function parseFleets(text: string): RunningFleet[] {
  const outputs = Outputs.safeParse(JSON.parse(text));
  if (!outputs.success)
    throw new Error(
      "stack outputs: expected workloads with their autoScalingGroupName, got none; run `up` first",
    );
  return Object.entries(outputs.data.workloads).map(([workload, { autoScalingGroupName: groupName }]) => ({
    workload,
    groupName,
  }));
}
