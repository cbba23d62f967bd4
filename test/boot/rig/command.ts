import { spawn } from "node:child_process";

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** The whole environment of the command. Default: that of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Called with what the command writes, as it comes; both streams. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a command to its end and answers with how it ended. Never blocks: the rig's servers live in this process. */
export function tryCommand(
  file: string,
  args: readonly string[],
  { environment, input, onOutput }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ["pipe", "pipe", "pipe"], env: environment ?? process.env });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      onOutput?.(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      onOutput?.(text);
    });
    // A command that never reads its input closes the pipe; how it ends is told by its exit code.
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ exitCode: code ?? exitCodeOf(signal), stdout, stderr }));
  });
}

/** Runs a command and answers with its output. @throws Error with the end of its output when it fails. */
export async function command(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await tryCommand(file, args, options);
  if (exitCode === 0) return stdout;
  throw new Error(`${file} ${args.join(" ")}: exit code ${exitCode}\n${lastLines(stderr || stdout, 20)}`);
}

/** The last lines of a text: what a failing program said before it ended. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

function exitCodeOf(signal: NodeJS.Signals | null): number {
  return signal === null ? 1 : 128;
}
