import type { FormatReader } from "../inside";
import type { Format } from "../part";

/** The tags of user data on Windows: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
const tags: readonly { readonly tag: string; readonly format: Format }[] = [
  { tag: "powershell", format: "powershell" },
  { tag: "script", format: "batch" },
  { tag: "powershellArguments", format: "value" },
  { tag: "scriptArguments", format: "value" },
];

export const readTags: FormatReader = (text, inside) => {
  const lower = lowerAscii(text);
  for (const { tag, format } of tags) {
    const open = `<${tag.toLowerCase()}>`;
    const close = `</${tag.toLowerCase()}>`;
    for (let at = lower.indexOf(open); at >= 0 && !inside.full; at = lower.indexOf(open, at)) {
      const start = at + open.length;
      const end = lower.indexOf(close, start);
      const stop = end < 0 ? text.length : end;
      inside.text(
        { place: `<${tag}>`, format, name: format === "value" ? tag : undefined },
        text.slice(start, stop),
      );
      at = stop;
    }
  }
};

/** Without touching any other letter: `toLowerCase` may change how many units a text has. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
