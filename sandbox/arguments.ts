import path from "node:path";

/** Flags whose value is a file or folder: the engine runs elsewhere, so they are made absolute. */
const pathFlags = [
  "--policy-pack",
  "--policy-pack-config",
  "--plan",
  "--save-plan",
  "--event-log",
  "--file",
  "--out",
];

/** Of `pulumi config`, what only reads. */
const readingConfig = [undefined, "get", "ls"];

/** Commands that run the program or the plugins on a stack's settings. */
const commandsOnSettings = [
  "preview",
  "pre",
  "up",
  "update",
  "refresh",
  "destroy",
  "down",
  "dn",
  "import",
  "watch",
];

/** The stack named by `--stack dev`, `--stack=dev`, `-s dev`, or by `stack select|init dev`. */
export function findStack(args: readonly string[]): string | undefined {
  if (args[0] === "stack" && (args[1] === "select" || args[1] === "init")) return args.slice(2).find(isPlain);
  return findFlag(args, "--stack") ?? findFlag(args, "-s");
}

/** Whether the stack's file must be right before the engine is asked. */
export function needsSettings(args: readonly string[]): boolean {
  const [command] = args.filter(isPlain);
  return (
    command !== undefined &&
    commandsOnSettings.includes(command) &&
    !args.includes("--help") &&
    !args.includes("-h")
  );
}

/** Why the sandbox will not pass these arguments on; undefined when it will. */
export function whyRefused(args: readonly string[]): string | undefined {
  const [command, subcommand] = args.filter(isPlain);
  const saysConfig = command === "config" && !readingConfig.includes(subcommand);
  const setsConfig =
    ["--config", "-c"].some((flag) => findFlag(args, flag) !== undefined) && needsSettings(args);
  if (saysConfig || setsConfig) {
    return (
      "the engine works on a copy of the stack files, so a setting changed by it would be lost; " +
      "edit Pulumi.<stack>.yaml (editors complete it), every command reads it anew"
    );
  }
  for (const flag of ["--config-file", "--cwd", "-C"]) {
    if (findFlag(args, flag) !== undefined) return `${flag} would leave the sandbox; give --stack only`;
  }
  return undefined;
}

/** The same arguments with files and folders as the caller meant them. */
export function withAbsolutePaths(args: readonly string[], from: string): string[] {
  return args.map((arg, i) => {
    const previous = args[i - 1];
    if (previous !== undefined && pathFlags.includes(previous)) return path.resolve(from, arg);
    const [flag = "", ...value] = arg.split("=");
    return value.length > 0 && pathFlags.includes(flag)
      ? `${flag}=${path.resolve(from, value.join("="))}`
      : arg;
  });
}

function findFlag(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  if (at >= 0) return args[at + 1] ?? "";
  return args.find((arg) => arg.startsWith(`${flag}=`))?.slice(flag.length + 1);
}

function isPlain(arg: string): boolean {
  return !arg.startsWith("-");
}
