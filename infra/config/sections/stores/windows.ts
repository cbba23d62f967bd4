import { text } from "../../setting";

const time = "([01]\\d|2[0-3]):[0-5]\\d";
const day = "(mon|tue|wed|thu|fri|sat|sun)";

/** An hour or so of every day, in UTC: `01:00-02:00`. */
export function dailyWindow(description: string) {
  return text(new RegExp(`^${time}-${time}$`), {
    description,
    expected: "a daily window in UTC such as 01:00-02:00",
    remedy: "write two times of day, hours and minutes, with a hyphen between",
  });
}

/** An hour or so of every week, in UTC: `sun:03:00-sun:04:00`. */
export function weeklyWindow(description: string) {
  return text(new RegExp(`^${day}:${time}-${day}:${time}$`), {
    description,
    expected: "a weekly window in UTC such as sun:03:00-sun:04:00",
    remedy: "write day and time, a hyphen, day and time; the days are mon to sun",
  });
}
