import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { compile, root } from "../../build/compile";

/** A program as one file, for Lambda or an instance: the AWS SDK at the version that the tests ran is in it. */
export interface FunctionBundle {
  readonly path: string;
  readonly sha256: string;
}

/** @param entry a file of infra/functions, such as `appliance/handler.ts` */
export function bundleFunction(entry: string): FunctionBundle {
  const compiled = compile(`infra/functions/${entry}`, []);
  // Without the record of how it was made, whose times differ between machines; the code does not.
  const code = (readFileSync(compiled, "utf8").split("\n//# sourceMappingURL=")[0] ?? "").split(
    "\n// made from ",
  )[0];
  const text = `${code}\n`;
  const folder = path.join(root, ".build", "functions");
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = path.join(folder, `${sha256}.js`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return { path: file, sha256 };
}
