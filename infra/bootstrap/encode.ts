import { gzipSync } from "node:zlib";

/** Beyond this, readable text costs more than it is worth: 4 KB in launch-template form. */
export const plainBytes = 3_072;

export type Encoding = "plain" | "gzip";

export interface Encoded {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
}

/** Text as cloud-init takes it: as it stands while it is short, else compressed. The same bytes on every machine. */
export function encode(text: string): Encoded {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length <= plainBytes) return { bytes, encoding: "plain" };
  const compressed = gzipSync(bytes, { level: 9 });
  // The header's field for the operating system that compressed: "unknown", not the one the preview runs on.
  compressed[9] = 255;
  return { bytes: compressed, encoding: "gzip" };
}
