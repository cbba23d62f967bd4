import type { AutoScalingClientConfig } from "@aws-sdk/client-auto-scaling";

/**
 * Where rollouts find AWS: as every AWS client does (the region of the stack, the credentials of who runs the program),
 * or at the simulated account, where `BAKELINE_AWS_ENDPOINT` names it and credentials mean nothing.
 */
export function clientConfig(
  region: string,
  stack: string,
  { BAKELINE_AWS_ENDPOINT: endpoint }: NodeJS.ProcessEnv,
): AutoScalingClientConfig {
  if (endpoint === undefined || endpoint === "") return { region };
  return {
    region,
    endpoint: `${endpoint}/${encodeURIComponent(stack)}/${region}`,
    credentials: { accessKeyId: "simulated", secretAccessKey: "simulated" },
  };
}

/** Milliseconds between two looks at a rollout. AWS moves in minutes; the simulated account in tenths of a second. */
export function pauseMilliseconds({ BAKELINE_AWS_ENDPOINT: endpoint }: NodeJS.ProcessEnv): number {
  return endpoint === undefined || endpoint === "" ? 15_000 : 100;
}
