import type { Format } from "./part";

/** What a text is found to be. */
export interface Identified {
  readonly format?: Format;
  readonly read?: FormatReader;
  readonly ignored?: string;
}

/** What a reader knows of a piece that it found. */
export interface Found {
  /** As a person would name it: `part 2 (text/cloud-config)`, `write_files[0].content`. */
  readonly place: string;
  /** Without one it is told from name and text. */
  readonly format?: Format | undefined;
  readonly name?: string | undefined;
  readonly ignored?: string | undefined;
  /** As cloud-init declares it, or `user-data` for a whole: goes before format and what is ignored. */
  readonly type?: string | undefined;
}

/** Takes what a reader finds inside its text. */
export interface Inside {
  text(found: Found, text: string): void;
  /** May be compressed, or be no text at all. */
  bytes(found: Found, bytes: Uint8Array): void;
  unread(place: string, reason: string): void;
  /** Reads a changed text in place of the reader's own, as what the type says. */
  again(type: string, text: string): void;
  /** A limit is reached and reported: nothing more will be taken, so a reader can stop. */
  readonly full: boolean;
}

/**
 * Finds the pieces within a text; `name` is the name the text stands under. Takes time linear in the text.
 * `"all"` says that what it found is all of the text, so that no other reader need look for pieces.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: most readers return nothing
export type FormatReader = (text: string, inside: Inside, name: string | undefined) => void | "all";
