import { formatOf } from "../formatOf";
import type { FormatReader } from "../inside";
import type { Format } from "../part";
import { targetOf } from "./target";

/** `<<EOF`, `<<-'EOF'`, `<< "EOF"`, `<<\EOF`, and neither `<<<` nor a shift. */
const opener = /(?<!<)<<(-?)[ \t]{0,20}(?:'([^'\n]{1,100})'|"([^"\n]{1,100})"|\\?([A-Za-z_][\w.!-]{0,100}))/g;

/** How much of a line is read for where its heredoc goes. */
const longestCommand = 2000;

/** The documents that a shell script writes to files or hands to other programs, each read by its own format. */
export const readHeredocs: FormatReader = (text, inside) => {
  if (!text.includes("<<")) return;
  let at = 0;
  let line = 0;
  while (at < text.length && !inside.full) {
    const end = endOfLine(text, at);
    line++;
    const command = text.slice(at, Math.min(end, at + longestCommand));
    at = end + 1;
    if (!command.includes("<<") || /^\s*#/.test(command)) continue;
    for (const { delimiter, stripsTabs } of openers(command)) {
      const body = bodyFrom(text, at, delimiter, stripsTabs);
      at = body.next;
      const name = targetOf(command);
      const format = formatFor(command, name, body.text);
      inside.text({ place: `heredoc at line ${line}`, name, format }, body.text);
      line += body.lines;
    }
  }
};

function openers(command: string): { delimiter: string; stripsTabs: boolean }[] {
  // `$((1 << n))` is arithmetic.
  const plain = command.replace(/\(\([^()\n]{0,200}\)\)/g, "");
  return [...plain.matchAll(opener)].map(([, dash, single, double, bare]) => ({
    delimiter: single ?? double ?? bare ?? "",
    stripsTabs: dash === "-",
  }));
}

/** Up to the line that is the delimiter. Without one the shell takes all that is left, and so does this. */
function bodyFrom(text: string, start: number, delimiter: string, stripsTabs: boolean) {
  let at = start;
  let lines = 0;
  const kept: string[] = [];
  while (at < text.length) {
    const end = endOfLine(text, at);
    const raw = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
    const line = stripsTabs ? raw.replace(/^\t+/, "") : raw;
    at = end + 1;
    lines++;
    if (line === delimiter) return { text: kept.join("\n"), next: at, lines };
    kept.push(line);
  }
  return { text: kept.join("\n"), next: text.length, lines };
}

function endOfLine(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found;
}

/** What reads the document on its standard input says what it is, where no file does. */
const consumers: readonly { readonly pattern: RegExp; readonly format: Format }[] = [
  { pattern: /\bpython[\d.]*\b[^|;&]{0,200}<</, format: "python" },
  { pattern: /\bkubectl\b|\bdocker[- ]compose\b|\bhelm\b/, format: "yaml" },
  { pattern: /\bpwsh\b[^|;&]{0,200}<</, format: "powershell" },
  { pattern: /(?:^|[\s/])(?:bash|sh|zsh|ssh|su|runuser)\b[^|;&]{0,200}<</, format: "shell" },
  { pattern: /\bcrontab\b/, format: "shell" },
  { pattern: /\bjq\b|--cli-input-json/, format: "json" },
];

function formatFor(command: string, name: string | undefined, body: string): Format {
  if (name !== undefined || body.startsWith("#!")) return formatOf(name, body);
  return consumers.find(({ pattern }) => pattern.test(command))?.format ?? formatOf(undefined, body);
}
