import type { FormatReader } from "../inside";
import { targetOf } from "../scripts/target";
import { isReadable } from "./base64";

/** `echo 6869 | xxd -r -p`, `bytes.fromhex("6869")`, `[Convert]::FromHexString`: hexadecimal that its line decodes. */
const decodes = /xxd\s+-\w*r|fromhex|unhexlify|FromHexString|hex2bin/i;

export const readHexWithin: FormatReader = (text, inside) => {
  if (!decodes.test(text)) return;
  for (const [at, line] of text.split("\n").entries()) {
    if (!decodes.test(line)) continue;
    for (const [digits] of line.matchAll(/(?<![0-9a-fA-F])(?:[0-9a-fA-F]{2}){4,}(?![0-9a-fA-F])/g)) {
      if (inside.full) return;
      const place = `hex at line ${at + 1}`;
      const bytes = Buffer.from(digits, "hex");
      if (isReadable(bytes)) inside.bytes({ place, name: targetOf(line.slice(0, 2000)) }, bytes);
      else inside.unread(place, `decodes to ${bytes.length} bytes that are no text`);
    }
  }
};
