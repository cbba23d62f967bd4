import type { ServiceStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

const defaultDrainSeconds = 30;

/** From the end of the drain to SIGKILL, for what a service does last. */
const stopMarginSeconds = 15;

export function renderService({
  name,
  unit,
  drainSeconds = defaultDrainSeconds,
  startAt = "boot",
}: ServiceStep): RenderedStep {
  const words = [name, startAt, `${drainSeconds + stopMarginSeconds}`, ...(unit === undefined ? [] : [unit])];
  return {
    script: `${call("install_service", ...words)}\n`,
    check: `${call("check_service", name, startAt)}\n`,
  };
}
