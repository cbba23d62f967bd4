import type { FormatReader } from "../inside";

/** The addresses of `#include` and `#include-once`, one a line, the first also behind the word itself. */
export const readInclude: FormatReader = (text, inside) => {
  let count = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    if (inside.full) return;
    const line = raw.replace(/^#include(?:-once)?/i, "").trim();
    if (line === "" || line.startsWith("#")) continue;
    const place = `include ${++count}`;
    inside.text({ place, name: "include", format: "value" }, line);
    inside.unread(place, "it is fetched at boot from an address");
  }
};
