import { createHash } from "node:crypto";
import type { FileStep } from "../../bakeline/step";
import { call } from "../shell/quote";
import type { RenderedStep } from "./renderedStep";

export function renderFile({ path, content, owner = "root", mode = "0644" }: FileStep): RenderedStep {
  switch (content.kind) {
    case "literal":
      return {
        script: `${call("write_file", path, owner, mode, content.text)}\n`,
        check: `${call("check_file", path, owner, mode, createHash("sha256").update(content.text).digest("hex"))}\n`,
      };
    case "template":
      // What it becomes is known on the instance only; a template is never baked.
      return {
        script: `${call("render_template", path, owner, mode, content.text)}\n`,
        check: `${call("test", "-f", path)}\n`,
      };
    default:
      return content satisfies never;
  }
}
