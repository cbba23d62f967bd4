import type { CommandStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

export function renderCommand({ run, unless }: CommandStep): RenderedStep {
  return {
    script: `${call("run_unless", unless, run)}\n`,
    check: `${call("check_command", unless)}\n`,
  };
}
