import path from "node:path";
import { flagValue, hasFlag, readCommandLine } from "./commandLine";

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

/** Commands that may replace or delete, or show that they would. */
const commandsThatTake = ["preview", "pre", "up", "update", "destroy", "down", "dn"];

/** The stack named by `--stack dev`, `--stack=dev`, `-s dev`, or by `stack select|init dev`. */
export function findStack(args: readonly string[]): string | undefined {
  const line = readCommandLine(args);
  const [command, subcommand, name] = line.words;
  const named = command === "stack" && (subcommand === "select" || subcommand === "init") ? name : undefined;
  return named ?? flagValue(line, "stack");
}

/** Whether the stack's file must be right before the engine is asked. */
export function needsSettings(args: readonly string[]): boolean {
  const line = readCommandLine(args);
  const [command] = line.words;
  return command !== undefined && commandsOnSettings.includes(command) && !hasFlag(line, "help");
}

/** Whether an event log may be asked for: the command may replace or delete, writes one, and nobody asks for it yet. */
export function mayLogEvents(args: readonly string[]): boolean {
  const line = readCommandLine(args);
  const [command] = line.words;
  return command !== undefined && commandsThatTake.includes(command) && !hasFlag(line, "event-log");
}

/** Why the sandbox will not pass these arguments on; undefined when it will. */
export function whyRefused(args: readonly string[]): string | undefined {
  const line = readCommandLine(args);
  const [command, subcommand] = line.words;
  const saysConfig = command === "config" && !readingConfig.includes(subcommand);
  if (saysConfig || (hasFlag(line, "config") && needsSettings(args))) {
    return (
      "the engine works on a copy of the stack files, so a setting changed by it would be lost; " +
      "edit Pulumi.<stack>.yaml (editors complete it), every command reads it anew"
    );
  }
  if (hasFlag(line, "config-file")) return "--config-file would leave the sandbox; give --stack only";
  if (hasFlag(line, "cwd")) return "--cwd (-C) would leave the sandbox; give --stack only";
  return undefined;
}

/** Whether this is `stack init <name>`: every command creates the stack it names, so nothing else is to be done. */
export function isStackInit(args: readonly string[]): boolean {
  const line = readCommandLine(args);
  const [command, subcommand] = line.words;
  return command === "stack" && subcommand === "init" && !hasFlag(line, "help");
}

/**
 * The same arguments, and for `import`, unless the caller says otherwise: no code, since the program declares the
 * resource already, and no protection, which the program does not ask for and which would stop `destroy`.
 */
export function withImportDefaults(args: readonly string[]): readonly string[] {
  const line = readCommandLine(args);
  if (line.words[0] !== "import") return args;
  const given = ["generate-code", "protect"].filter((name) => !hasFlag(line, name));
  return [...args, ...given.map((name) => `--${name}=false`)];
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
