import { isSecretValue } from "../assignments/judgeValue";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { secretName } from "../names/secretName";
import { isPlaceholder } from "../values/placeholder";
import { isReference } from "../values/reference";
import { looksRandom } from "../values/shape";
import { anywhere, type Tool, tools } from "./tools";
import { type Word, wordsFrom } from "./words";

const onCommandLine: Detector = {
  id: "password-on-command-line",
  remedy:
    "Have the command read it from a file or an environment that is filled from Secrets Manager at boot.",
};

/** A word that must look as if a machine had made it to be a secret: in its place others may stand. */
interface SecretWord extends Word {
  readonly machineMade?: true;
}

/** Every tool under each of its names. */
export const toolsByName: ReadonlyMap<string, readonly Tool[]> = tools.reduce((byName, tool) => {
  for (const name of tool.names.split(" ")) byName.set(name, [...(byName.get(name) ?? []), tool]);
  return byName;
}, new Map<string, readonly Tool[]>());

/** Commands within one command, as in `usermod -p $(openssl passwd …)`, that are read by themselves. */
const mostNested = 8;

/** Secrets that well-known tools are given on their command lines, in their own short flags and places. */
export class CommandScan {
  readonly found: Candidate[] = [];
  readonly #text: string;
  readonly #part: PartFacts;
  /** Up to where a tool has no flag, because its last command had none. */
  readonly #barren = new Map<readonly Tool[], number>();
  #done = 0;
  #nested = 0;

  constructor(text: string, part: PartFacts) {
    this.#text = text;
    this.#part = part;
  }

  /** To be told of each tool's name, from front to back. */
  meet(at: number, name: string, those: readonly Tool[]): void {
    const text = this.#text;
    const end = at + name.length;
    const before = text[at - 1] ?? "\n";
    if (!behindTool.includes(text[end] ?? "\n") || notBeforeTool.test(before)) return;
    if (at < this.#done) {
      if (this.#nested++ >= mostNested || (before !== "(" && before !== "`")) return;
    } else this.#nested = 0;
    if (name !== "openssl" && this.#isBarren(end, those)) return;
    const inList = (before === '"' || before === "'") && text[end] === before;
    const words = wordsFrom(text, inList ? end + 1 : end, inList ? undefined : enclosing(text, at));
    // In a list of a language a bare word is a variable.
    for (const { start, end, quote } of secretsOf(name, those, words, this.#part))
      if (!inList || quote !== undefined) this.found.push({ detector: onCommandLine, start, end });
    this.#done = Math.max(this.#done, words.at(-1)?.end ?? end);
  }

  /**
   * Whether none of a tool's flags stands in what may be its command: then it need not be taken apart. One that is
   * longer than is looked at may hold any.
   */
  #isBarren(from: number, those: readonly Tool[]): boolean {
    if (from < (this.#barren.get(those) ?? 0)) return true;
    const within = this.#text.slice(from, from + longestCommand);
    let end = within.indexOf("\n");
    while (end >= 0 && /[\\`^][ \t]{0,4}\r?$/.test(within.slice(Math.max(0, end - 6), end)))
      end = within.indexOf("\n", end + 1);
    if (end < 0 && within.length === longestCommand) return false;
    const command = end < 0 ? within : within.slice(0, end);
    if (those.map(flagsOf).some((any) => any === undefined || any.test(command))) return false;
    this.#barren.set(those, from + command.length);
    return true;
  }
}

const longestCommand = 4000;

/** A pattern of all flags with a secret behind them, once for each tool; undefined where none is needed. */
const flagPatterns = new Map<Tool, RegExp | undefined>();
function flagsOf(tool: Tool): RegExp | undefined {
  if (!flagPatterns.has(tool)) {
    const flags = [...(tool.glued ?? []), ...(tool.next ?? []), ...(tool.pair?.flags ?? [])];
    const isNeeded = tool.positional === undefined && tool.namesThenValues === undefined;
    flagPatterns.set(tool, isNeeded ? anyOf(flags) : undefined);
  }
  return flagPatterns.get(tool);
}

function anyOf(flags: readonly string[]): RegExp {
  const escaped = flags.map((flag) => flag.replaceAll(/[^\w-]/g, "\\$&"));
  return new RegExp([...escaped, "-[\"'\\\\]"].join("|"));
}

function secretsOf(name: string, those: readonly Tool[], words: readonly Word[], part: PartFacts): Word[] {
  const named = those.flatMap((tool) => [...secretWords(tool, words)]);
  const marked =
    name === "openssl" ? words.filter(({ value }) => anywhere.test(value)).map((word) => rest(word, 5)) : [];
  return [...named, ...marked].filter((word) => isCommandSecret(word, part));
}

const behindTool = " \t\"'\\,";
const notBeforeTool = /[\w$={-]/;

/** The quote that a whole command stands in, as in `runcmd: ["sh", "-c", "mysql …"]`. */
function enclosing(text: string, at: number): string | undefined {
  const from = Math.max(0, at - 300);
  const lead = text.slice(from, at);
  let open: string | undefined;
  for (const character of lead.slice(lead.lastIndexOf("\n") + 1)) {
    if (open !== undefined) open = character === open ? undefined : open;
    else if (character === '"' || character === "'") open = character;
  }
  return open;
}

function* secretWords(tool: Tool, words: readonly Word[]): Generator<SecretWord> {
  if (tool.needs !== undefined && !words.slice(0, 6).some(({ value }) => tool.needs?.test(value))) return;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    for (const flag of tool.glued ?? [])
      if (word.value.startsWith(flag) && word.value.length > flag.length) yield rest(word, flag.length);
    if (
      next !== undefined &&
      tool.next?.includes(word.value) &&
      (next.quote !== undefined || !next.value.startsWith("-"))
    )
      yield next;
    for (const flag of tool.pair?.flags ?? []) {
      const pair =
        word.value === flag
          ? next
          : word.value.startsWith(`${flag}=`)
            ? rest(word, flag.length + 1)
            : /^-\w$/.test(flag) && word.value.startsWith(flag)
              ? rest(word, 2)
              : undefined;
      const between = pair?.value.indexOf(tool.pair?.between ?? ":") ?? -1;
      if (pair !== undefined && between > 0 && !/^https?:/.test(pair.value)) yield rest(pair, between + 1);
    }
    if (
      tool.namesThenValues &&
      next !== undefined &&
      !word.value.startsWith("-") &&
      !word.value.includes("=")
    ) {
      const kind = secretName(word.value);
      if (
        kind !== undefined &&
        isSecretValue(kind, { value: next.value, quote: next.quote, format: "shell" }, "literal")
      )
        yield next;
    }
  }
  yield* positional(tool, words);
}

function* positional(tool: Tool, words: readonly Word[]): Generator<SecretWord> {
  const where = tool.positional;
  if (where === undefined) return;
  const after =
    where.at < 0 && where.least !== undefined
      ? where.after.source === "."
        ? -1
        : words.findIndex(({ value }) => where.after.test(value))
      : words.findIndex(({ value }) => where.after.test(value));
  if (after < 0 && where.after.source !== ".") return;
  const plain = words
    .slice(after + 1)
    .filter(({ value, quote }) => quote !== undefined || !/^(-|\/[A-Za-z]{2,}(:|$)|[<>\d]*[<>])/.test(value));
  if (plain.length < (where.least ?? 1)) return;
  const word = plain.at(where.at);
  if (word !== undefined) yield where.machineMade ? { ...word, machineMade: true } : word;
}

/** A word without its first characters: what is glued to a flag, or stands behind the user's name. */
function rest(word: Word, length: number): Word {
  const { value, start, quoted } = word;
  const at = length >= quoted.index ? quoted.at + length - quoted.index : start + length;
  return {
    ...word,
    value: value.slice(length),
    start: at,
    quoted: { index: Math.max(0, quoted.index - length), at: Math.max(at, quoted.at) },
  };
}

function isCommandSecret(word: SecretWord, { format }: PartFacts): boolean {
  const { value, quote } = word;
  if (value.length < 3 || value.length > 4096 || /^[*.-]+$/.test(value)) return false;
  if (/^-|^\*$/.test(value) && quote === undefined) return false;
  if (
    isReference({ value, quote, format: format === "powershell" ? format : "shell" }) ||
    isPlaceholder(value)
  )
    return false;
  if (/^\$\w{1,8}\$/.test(value)) return false;
  return word.machineMade !== true || looksRandom(value, 12) || /^[0-9a-f-]{36}$/.test(value);
}
