import type { Workload } from "./workload";

/**
 * A target group's name holds 32 characters, and Pulumi appends 8 (a hyphen and 7 random ones) so that a
 * replacement can stand beside what it replaces:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
const maximumWorkloadNameLength = 32 - 8;

/** Names of the estate's own resources, which a workload's would be confused with. */
export const reservedWorkloadNames: readonly string[] = [
  "access-logs",
  "bootstrap",
  "image-builder",
  "load-balancer",
  "log-archive",
  "logs",
  "management",
  "network",
  "network-flow-logs",
  "notifications",
  "stores",
];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const maximumPathPatterns = 5;

const highestPriority = 50_000;

/**
 * Everything wrong with a list of workloads, one line each, in the list's order. An empty answer: none.
 * @param sound those of them whose shape is right; of the others nothing is said. Default: all
 */
export function findWorkloadProblems(
  workloads: readonly Workload[],
  sound: readonly Workload[] = workloads,
): string[] {
  return sound.flatMap((workload, index) =>
    [
      ...nameProblems(workload, sound.slice(0, index)),
      ...instanceProblems(workload),
      ...trafficProblems(workload, sound.slice(0, index)),
    ].map((problem) => `workloads[${workloads.indexOf(workload)}].${problem}`),
  );
}

function nameProblems({ name }: Workload, earlier: readonly Workload[]): string[] {
  const found = `got ${JSON.stringify(name)}`;
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) || name.length > maximumWorkloadNameLength)
    return [
      `name: expected up to ${maximumWorkloadNameLength} lower-case letters, digits and inner hyphens, ${found} (${name.length} characters); rename the workload`,
    ];
  if (reservedWorkloadNames.includes(name))
    return [`name: expected none of ${reservedWorkloadNames.join(", ")}, ${found}; rename the workload`];
  if (earlier.some((other) => other.name === name))
    return [`name: expected a name of its own, ${found}, which an earlier workload has; rename one of them`];
  return [];
}

function instanceProblems({ role, operatingSystem, agents, port }: Workload): string[] {
  const problems: string[] = [];
  if (!/^[A-Za-z0-9._-]{1,128}$/.test(role))
    problems.push(
      `role: expected up to 128 letters, digits, ".", "_" and "-", got ${JSON.stringify(role)}; rename the role`,
    );
  if (agents.kind === "repository" && operatingSystem !== "amazon-linux-2023")
    problems.push(
      `agents: expected bucket or image, because ${operatingSystem} does not package AWS's agents, got repository; put their package files into the bootstrap bucket, or start from an image that holds them`,
    );
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    problems.push(
      `port: expected an integer from 1 to 65535, got ${port}; write the port the service listens on`,
    );
  return problems;
}

function trafficProblems({ traffic }: Workload, earlier: readonly Workload[]): string[] {
  if (traffic.kind === "none") return [];
  const problems: string[] = [];
  const { pathPatterns, listenerRulePriority: priority } = traffic;
  if (pathPatterns.length > maximumPathPatterns)
    problems.push(
      `traffic.pathPatterns: expected at most ${maximumPathPatterns}, got ${pathPatterns.length}; merge some with a wildcard`,
    );
  if (!Number.isInteger(priority) || priority < 1 || priority > highestPriority)
    problems.push(
      `traffic.listenerRulePriority: expected an integer from 1 to ${highestPriority}, got ${priority}; choose a free one`,
    );
  const rival = earlier.find(
    (other) => other.traffic.kind === "loadBalancer" && other.traffic.listenerRulePriority === priority,
  );
  if (rival !== undefined)
    problems.push(
      `traffic.listenerRulePriority: expected one that no other workload has, got ${priority}, which ${rival.name} has; choose a free one`,
    );
  return problems;
}
