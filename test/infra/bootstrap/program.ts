import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Runs a bash script with arguments. @throws Error with what it printed when it fails. */
export function bash(
  script: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Buffer {
  const { status, stdout, stderr, error } = spawnSync("bash", ["-c", script, "test", ...args], { env });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`bash: exit code ${status}: ${stderr}\n${stdout}`);
  return stdout;
}

/**
 * Whether scripts can be held against shellcheck here. In CI they always are: a machine without it fails there,
 * and only a newcomer's machine skips.
 */
export function hasShellcheck(): boolean {
  return process.env.CI !== undefined || spawnSync("shellcheck", ["--version"]).error === undefined;
}

/**
 * Holds scripts against `bash -n` and shellcheck, all at once: starting shellcheck costs more than reading a script.
 * @throws Error with everything they say, or with how to install shellcheck.
 */
export function checkScripts(scripts: readonly string[]): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bakeline-scripts-"));
  try {
    const files = [...new Set(scripts)].map((script, index) => {
      const file = path.join(folder, `${index}.bash`);
      fs.writeFileSync(file, script);
      return file;
    });
    bash('for file; do bash -n "$file"; done', files);
    const { status, stdout, stderr, error } = spawnSync("shellcheck", ["--shell=bash", ...files], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error !== undefined)
      throw new Error(
        "these tests need shellcheck; install it: apt-get install -y shellcheck (Debian, Ubuntu), dnf install -y ShellCheck (Fedora), brew install shellcheck (macOS)",
        { cause: error },
      );
    if (status !== 0) throw new Error(`shellcheck: ${stdout.slice(0, 4_000)}${stderr}`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
