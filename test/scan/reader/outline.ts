import { flatten, type Reading } from "../../../scan/reader/part";
import { read } from "../../../scan/reader/walk";

/** What an instance gets, read. */
export function readUserData(content: string | Uint8Array): Reading {
  return read(content, { place: ["userData"], type: "user-data", isUserData: true });
}

export function base64(content: string | Uint8Array): string {
  return Buffer.from(content).toString("base64");
}

/** Each part inside the root as `place | format | name | text`. */
export function inner(reading: Reading): string[] {
  const from = reading.root.place.length;
  return [...flatten(reading.root)]
    .slice(1)
    .map(({ place, format, name, text }) =>
      [place.slice(from).join(" > "), format, name ?? "", text].join(" | "),
    );
}

export function unread(reading: Reading): string[] {
  return reading.unread.map(({ place, reason }) => `${place.slice(1).join(" > ")}: ${reason}`);
}

/** All texts that were read, the root's first. */
export function texts(reading: Reading): string[] {
  return [...flatten(reading.root)].map(({ text }) => text);
}
