import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../build/compile";

/** What `npm run preview` needs of the repository. */
const parts = [
  "build",
  "infra",
  "policies",
  "review",
  "scan",
  "sandbox",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "Pulumi.yaml",
  "Pulumi.dev.yaml",
  "Pulumi.prod.yaml",
];

/** A copy of the repository to break things in, with a sandbox of its own; packages and the engine are shared. */
export class ScratchCopy {
  readonly folder = mkdtempSync(path.join(tmpdir(), "bakeline-copy-"));

  constructor() {
    for (const part of parts)
      cpSync(path.join(root, part), path.join(this.folder, part), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(this.folder, "node_modules"));
    const engine = path.join(root, ".sandbox", "engine");
    if (existsSync(engine)) {
      mkdirSync(path.join(this.folder, ".sandbox"));
      symlinkSync(engine, path.join(this.folder, ".sandbox", "engine"));
    }
  }

  /** Replaces text in a file of the copy. @throws when the text is not there: the test would prove nothing. */
  edit(file: string, from: string | RegExp, to: string): void {
    const target = path.join(this.folder, file);
    const before = readFileSync(target, "utf8");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file}: expected to find ${from}`);
    writeFileSync(target, after);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
