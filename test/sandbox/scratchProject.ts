import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { root as repository } from "../../build/compile";

export interface ScratchProjectArgs {
  /** JavaScript; `require` finds this repository's packages. */
  program: string;
  /** Settings by stack. */
  stacks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** JavaScript by name of policy pack, in `packs/<name>`. */
  packs?: Readonly<Record<string, string>>;
}

/** A project in a temporary folder of its own, to open a sandbox on. */
export interface ScratchProject {
  folder: string;
  remove(): void;
}

export function createScratchProject({ program, stacks, packs = {} }: ScratchProjectArgs): ScratchProject {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "bakeline-scratch-")));
  const write = (name: string, content: string) => writeFileSync(path.join(folder, name), content);
  symlinkSync(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
  write("package.json", JSON.stringify({ name: "scratch", main: "main.js" }));
  write(
    "Pulumi.yaml",
    stringify({ name: "scratch", runtime: { name: "nodejs", options: { typescript: false } } }),
  );
  write("main.js", program);
  for (const [stack, config] of Object.entries(stacks)) write(`Pulumi.${stack}.yaml`, stringify({ config }));
  for (const [name, pack] of Object.entries(packs)) {
    mkdirSync(path.join(folder, "packs", name), { recursive: true });
    write(`packs/${name}/PulumiPolicy.yaml`, stringify({ runtime: "nodejs", main: "index.js" }));
    write(`packs/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`packs/${name}/index.js`, pack);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
