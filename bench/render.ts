// `npm run bench:render`: what it costs to plan 1,000 workloads, without an engine. Ends with 1 over the limit.
import { root } from "../build/compile";
import { tiers } from "../infra/bakeline/tier";
import { rootDeviceNameOf } from "../infra/compute/rootDevice";
import { planImages } from "../infra/images/imagePlan";
import { workloads as declared } from "../infra/workloads";
import { loadCheckedStack } from "../infra/workloads/checkedStack";
import { planWorkloads, type WorkloadPlan } from "../infra/workloads/plan";
import { repeatWorkload } from "./estate/repeatWorkload";
import { median } from "./statistics";

const count = 1_000;
const runs = 5;
/** Seconds of CPU for the user data of all, under any tier. */
const limit = 1;

function main(): void {
  const config = loadCheckedStack(root, "dev");
  const [workload] = declared;
  if (workload === undefined) throw new Error("infra/workloads: expected at least one workload, got none");
  const { workloads, settings } = repeatWorkload(workload, config, count);
  const place = { bucket: config.bootstrapBucket, region: config.region, domain: "amazonaws.com" };
  const identity = { project: "bakeline", stack: "dev", environment: config.environment };
  for (const tier of tiers) {
    const own = Object.entries(settings).map(([name, each]) => [name, { ...each, tier }]);
    const args = { workloads, identity, config: { ...config, workloads: Object.fromEntries(own) } };
    const all = medianCpuSeconds(() => planWorkloads(args));
    const plans = planWorkloads(args);
    const images = medianCpuSeconds(() =>
      plans.map((plan) => planImages({ ...place, ...imageArgsOf(plan) })),
    );
    const userData = all - images;
    const verdict = userData <= limit ? "" : `, over its limit of ${limit} s`;
    process.stdout.write(
      `${count} workloads of tier ${tier}: user data ${userData.toFixed(2)} s of CPU${verdict}; documents of images ${images.toFixed(2)} s\n`,
    );
    if (userData > limit) process.exitCode = 1;
  }
}

/** As `planWorkloads` hands it on. */
function imageArgsOf({ workload: { name, operatingSystem }, steps, settings }: WorkloadPlan) {
  const { tier, imageParameter } = settings;
  return {
    workload: name,
    operatingSystem,
    steps,
    tier,
    imageParameter,
    rootDeviceName: rootDeviceNameOf(settings),
  };
}

function medianCpuSeconds(work: () => unknown): number {
  return median(Array.from({ length: runs }, () => cpuSecondsOf(work)));
}

function cpuSecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

main();
