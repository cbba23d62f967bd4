import type { ServiceStep } from "../../bakeline/step";
import { environmentFilePath } from "../shell/environment";
import { call } from "../shell/quote";
import { startedMarker } from "../shell/services";
import type { RenderedStep } from "./stepScript";

const defaultDrainSeconds = 30;

/** From the end of the drain to SIGKILL, for what a service does last. */
const stopMarginSeconds = 15;

export function renderService({
  name,
  unit,
  drainSeconds = defaultDrainSeconds,
  startAt = "boot",
}: ServiceStep): RenderedStep {
  const words = [name, startAt, renderDropIn(drainSeconds), ...(unit === undefined ? [] : [unit])];
  return {
    script: `${call("install_service", ...words)}\n`,
    check: `${call("check_service", name, startAt)}\n`,
  };
}

/**
 * Beside the unit, so that a package's own unit gets it too. `mixed` sends SIGTERM to the main process alone, which
 * knows how to drain, and SIGKILL at the end to all: https://www.freedesktop.org/software/systemd/man/systemd.kill.html
 */
function renderDropIn(drainSeconds: number): string {
  return [
    "[Unit]",
    `ConditionPathExists=${startedMarker}`,
    "[Service]",
    `EnvironmentFile=-${environmentFilePath}`,
    "KillMode=mixed",
    "KillSignal=SIGTERM",
    `TimeoutStopSec=${drainSeconds + stopMarginSeconds}`,
    "",
  ].join("\n");
}
