/** What a text is written in: decides how it is read further, and what in it can be a secret. */
export const formats = [
  "shell",
  "powershell",
  "batch",
  "python",
  "cloudConfig",
  "yaml",
  "json",
  "toml",
  "ini",
  "dotenv",
  "properties",
  "systemdUnit",
  "xml",
  "mime",
  /** One value under a name: a variable of an environment, a tag, a parameter, a field of a document. */
  "value",
  "text",
] as const;
export type Format = (typeof formats)[number];

/** A readable piece of what an instance gets, and what was found inside it. */
export interface Part {
  /**
   * How it was reached from the carrier, outermost first, each as a person would name it:
   * `userData`, `base64`, `gzip`, `part 2 (text/cloud-config)`, `write_files[0].content`.
   */
  readonly place: readonly string[];
  readonly format: Format;
  /** Decoded. What a nested part was read from stays in it as it stands. */
  readonly text: string;
  /** The name that it stands under, where it has one: of a variable, a tag, a field, a file that it is written to. */
  readonly name?: string;
  /** What was read inside it, in order. */
  readonly parts: readonly Part[];
  /** Why cloud-init or EC2Launch will not act on it, where that is so; completes "is ignored at boot: …". */
  readonly ignored?: string;
  /**
   * Of user data as a whole: its bytes as EC2 counts them against its limit, decoded from base64 and still
   * compressed where it is.
   */
  readonly userDataBytes?: number;
}

/** Something that could not be read, or was not on purpose: never passed over in silence. */
export interface Unread {
  readonly place: readonly string[];
  /** Completes "was not read: …"; never quotes what was there. */
  readonly reason: string;
}

/** All of a carrier that can be read, and what of it could not. */
export interface Reading {
  readonly root: Part;
  readonly unread: readonly Unread[];
}

/** A part and everything inside it, outermost first. */
export function* flatten(part: Part): Generator<Part> {
  yield part;
  for (const inner of part.parts) yield* flatten(inner);
}
