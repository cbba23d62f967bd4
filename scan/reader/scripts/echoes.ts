import type { FormatReader } from "../inside";
import { targetOf } from "./target";

/** `echo "…" > file`, `printf '…' | sudo tee -a file`. Bounded: the text itself is in the script anyway. */
const echo =
  /\b(?:echo|printf)[ \t]{1,8}(?:-[neE]{1,3}[ \t]{1,8})?(?:"((?:[^"\\]|\\[\s\S]){1,4000})"|'([^']{1,4000})')([^\n]{1,300})/g;

/** What a script writes into a file line by line, read by the file's format, and with its escapes undone. */
export const readEchoes: FormatReader = (text, inside) => {
  if (!/\b(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?["']/.test(text)) return;
  let counted = 0;
  let line = 1;
  for (const found of text.matchAll(echo)) {
    if (inside.full) return;
    const [, double, single, rest] = found;
    if (!/^\s{0,8}(?:>|\|)/.test(rest ?? "")) continue;
    const name = targetOf(rest ?? "");
    if (name === undefined) continue;
    for (let at = text.indexOf("\n", counted); at >= 0 && at < found.index; at = text.indexOf("\n", at + 1))
      line++;
    counted = found.index;
    const written = (double ?? single ?? "").replace(/\\([nt"\\$`])/g, unescaped);
    inside.text({ place: `echo at line ${line}`, name }, written);
  }
};

function unescaped(_: string, char: string): string {
  if (char === "n") return "\n";
  return char === "t" ? "\t" : char;
}
