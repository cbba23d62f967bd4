import type { FormatReader } from "../inside";
import { targetOf } from "./target";

/** PowerShell's `@"` … `"@` and `@'` … `'@`, which begin at the end of a line and end at the start of one. */
const opener = /@(["'])[ \t]{0,100}\r?\n/g;

/** How much before and behind is read for the file that it goes to. */
const longestCommand = 500;

export const readHereStrings: FormatReader = (text, inside) => {
  opener.lastIndex = 0;
  let counted = 0;
  let line = 1;
  for (let found = opener.exec(text); found !== null && !inside.full; found = opener.exec(text)) {
    const start = opener.lastIndex;
    const close = text.indexOf(`\n${found[1]}@`, start - 1);
    const end = close < 0 ? text.length : close;
    for (let at = text.indexOf("\n", counted); at >= 0 && at < found.index; at = text.indexOf("\n", at + 1))
      line++;
    counted = found.index;
    const before = text.slice(Math.max(0, found.index - longestCommand), found.index);
    const behind = text.slice(end + 3, end + 3 + longestCommand);
    const name = targetOf(firstLine(behind)) ?? targetOf(before.slice(before.lastIndexOf("\n") + 1));
    if (end > start) inside.text({ place: `here-string at line ${line}`, name }, text.slice(start, end));
    opener.lastIndex = Math.max(end, start);
  }
};

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}
