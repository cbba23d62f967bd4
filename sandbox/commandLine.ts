/** A flag as the engine reads it, whichever way it was written: `--stack dev`, `--stack=dev`, `-s dev`, `-sdev`. */
export interface Flag {
  /** The long name without dashes; a short one that is not known stays a letter. */
  name: string;
  /** Undefined for a switch. */
  value: string | undefined;
}

/** What `pulumi <args>` is asked for. */
export interface CommandLine {
  /** Command, subcommand and what they work on: all that is neither a flag nor the value of one. */
  words: readonly string[];
  flags: readonly Flag[];
}

/** Global flags without a value: `pulumi --help`. */
const globalSwitches = [
  "disable-integrity-checking",
  "emoji",
  "fully-qualify-stack-names",
  "help",
  "logflow",
  "logtostderr",
  "non-interactive",
];

/** Flags whose value may be the next argument; global ones first, then those of the commands on a stack. */
const valued = [
  "color",
  "cwd",
  "memprofilerate",
  "profiling",
  "tracing",
  "verbose",
  "config",
  "config-file",
  "copy-config-from",
  "event-log",
  "exclude",
  "file",
  "from",
  "generate-resources",
  "import-file",
  "import-pending-creates",
  "message",
  "out",
  "parallel",
  "parent",
  "path",
  "plan",
  "policy-pack",
  "policy-pack-config",
  "properties",
  "provider",
  "replace",
  "save-plan",
  "secrets-provider",
  "stack",
  "target",
  "target-replace",
  "teams",
];

const longNames: Readonly<Record<string, string>> = {
  C: "cwd",
  Q: "fully-qualify-stack-names",
  c: "config",
  e: "emoji",
  h: "help",
  m: "message",
  o: "out",
  p: "parallel",
  s: "stack",
  t: "target",
  v: "verbose",
  x: "exclude",
};

/** Letters that mean something else to one command. */
const longNamesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  import: { f: "file" },
  stack: { c: "create" },
};

/** Reads arguments by the rules of pflag and cobra, which the engine reads them with. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const words: string[] = [];
  const flags: Flag[] = [];
  const rest = [...args];
  // Before the command cobra knows the global flags only, and takes the argument after any other for its value:
  // https://github.com/spf13/cobra/blob/v1.9.1/command.go#L653
  const takesNext = (name: string) =>
    valued.includes(name) || (words.length === 0 && !globalSwitches.includes(name));

  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") {
      words.push(...rest);
      break;
    }
    if (arg.startsWith("--")) {
      const [name, value] = splitOnce(arg.slice(2));
      flags.push({ name, value: value ?? (takesNext(name) ? rest.shift() : undefined) });
    } else if (arg.startsWith("-") && arg !== "-") {
      const short = readShort(arg.slice(1), words[0], takesNext);
      flags.push(...short.flags);
      if (short.awaitsValue !== undefined) flags.push({ name: short.awaitsValue, value: rest.shift() });
    } else {
      words.push(arg);
    }
  }
  return { words, flags };
}

/** The value of the last flag of that name, which is the one that counts; undefined without one. */
export function flagValue({ flags }: CommandLine, name: string): string | undefined {
  return flags.findLast((flag) => flag.name === name)?.value;
}

export function hasFlag({ flags }: CommandLine, name: string): boolean {
  return flags.some((flag) => flag.name === name);
}

/** Switches may stand together, and the last flag's value right behind it: `-ysdev`, `-s=dev`, `-ys dev`. */
function readShort(
  letters: string,
  command: string | undefined,
  takesNext: (name: string) => boolean,
): { flags: Flag[]; awaitsValue?: string } {
  const flags: Flag[] = [];
  for (const [i, letter] of [...letters].entries()) {
    const name = longNamesOf[command ?? ""]?.[letter] ?? longNames[letter] ?? letter;
    const behind = letters.slice(i + 1);
    if (behind.startsWith("=")) return { flags: [...flags, { name, value: behind.slice(1) }] };
    if (behind !== "" && valued.includes(name)) return { flags: [...flags, { name, value: behind }] };
    if (behind === "" && takesNext(name)) return { flags, awaitsValue: name };
    flags.push({ name, value: undefined });
  }
  return { flags };
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf("=");
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
