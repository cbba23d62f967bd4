import { type Finding, type SettingPath, wrong } from "../../finding";

const day = 24 * 60;
const week = 7 * day;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

interface Windows {
  /** The setting of the daily window, which AWS takes a backup in. */
  readonly daily: readonly [setting: string, window: string];
  readonly maintenanceWindow: string;
  /** The shortest window that AWS takes. */
  readonly minutes: 30 | 60;
}

/**
 * AWS refuses windows that meet or are short: 30 minutes of RDS, 60 of ElastiCache.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html,
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html, 2026-11
 */
export function windowProblems(path: SettingPath, { daily, maintenanceWindow, minutes }: Windows): Finding[] {
  const [setting, window] = daily;
  const short = [
    ...lengthProblems([...path, setting], window, minutes),
    ...maintenanceProblems(path, { maintenanceWindow, minutes }),
  ];
  if (short.length > 0) return short;
  return meet(spanOf(window, day), spanOf(maintenanceWindow, week))
    ? [
        wrong(
          [...path, setting],
          `a window that does not meet maintenanceWindow (${maintenanceWindow})`,
          "move one of the two",
        ),
      ]
    : [];
}

/** Of a store that is not backed up. */
export function maintenanceProblems(
  path: SettingPath,
  { maintenanceWindow, minutes }: Pick<Windows, "maintenanceWindow" | "minutes">,
): Finding[] {
  return lengthProblems([...path, "maintenanceWindow"], maintenanceWindow, minutes, week);
}

function lengthProblems(path: SettingPath, window: string, least: number, period = day): Finding[] {
  const { length } = spanOf(window, period);
  return length >= least
    ? []
    : [wrong(path, `a window of at least ${least} minutes`, "move its end, or its beginning")];
}

interface Span {
  readonly start: number;
  /** In minutes. What ends before it starts ends on the next day, or in the next week. */
  readonly length: number;
}

function spanOf(window: string, period: number): Span {
  const [start = 0, end = 0] = window.split("-").map(minuteOf);
  return { start, length: (end - start + period) % period };
}

/** Of the day, or of the week where the moment names its day. */
function minuteOf(moment: string): number {
  const [minutes = 0, hours = 0, dayName] = moment.split(":").reverse();
  const dayIndex = dayName === undefined ? 0 : days.indexOf(dayName);
  return dayIndex * day + Number(hours) * 60 + Number(minutes);
}

/** Whether a window of every day meets one of every week, over midnight and over the end of the week as well. */
function meet(daily: Span, weekly: Span): boolean {
  const everyDay = Array.from({ length: 8 }, (_, index) => (index - 1) * day + daily.start);
  return [weekly.start - week, weekly.start].some((from) =>
    everyDay.some((start) => start < from + weekly.length && from < start + daily.length),
  );
}
