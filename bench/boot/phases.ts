/** What an instance spends its first boot on, in the order in which it happens. */
export const phases = ["setup", "systemd", "cloud-init", "download", "install", "start", "answer"] as const;
export type Phase = (typeof phases)[number];

/** Milliseconds of each phase; they add up to the ready-for-service lag. */
export type PhaseTimes = Readonly<Record<Phase, number>>;

/** Moments of one boot, in milliseconds since the launch. */
export interface BootMarks {
  /** The guest's systemd begins: until then its network and disk are set up, which EC2 does too. */
  readonly systemd: number;
  /** cloud-init's first stage begins. */
  readonly cloudInit: number;
  /** The loader begins, or on the floor, which has none, cloud-init ends. */
  readonly loader: number;
  /** Each step begins. */
  readonly steps: readonly number[];
  /** The last step is done, and services are started. */
  readonly stepsDone: number;
  /** systemd has started the service. */
  readonly serviceStarted: number;
  /** The health check answers with the instance's id. */
  readonly ready: number;
  /** Objects and packages are asked for. */
  readonly requests: readonly number[];
}

/**
 * Cuts a boot into phases. Up to its last request a step downloads, after it it installs: apt fetches all packages
 * before it unpacks the first.
 */
export function planPhases(marks: BootMarks): PhaseTimes {
  const first = marks.steps[0] ?? marks.stepsDone;
  const downloading = marks.steps.map((begin, index) => {
    const end = marks.steps[index + 1] ?? marks.stepsDone;
    const within = marks.requests.filter((at) => at >= begin && at < end);
    return within.length === 0 ? 0 : Math.max(...within) - begin;
  });
  const inSteps = downloading.reduce((sum, ms) => sum + ms, 0);
  return {
    setup: marks.systemd,
    systemd: marks.cloudInit - marks.systemd,
    "cloud-init": marks.loader - marks.cloudInit,
    download: first - marks.loader + inSteps,
    install: marks.stepsDone - first - inSteps,
    start: marks.serviceStarted - marks.stepsDone,
    answer: marks.ready - marks.serviceStarted,
  };
}
