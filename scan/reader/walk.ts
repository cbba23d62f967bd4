import { identifyAs } from "./cloudInit/userData";
import { wholeBase64 } from "./encodings/base64";
import { inflate } from "./encodings/inflate";
import { textOf } from "./encodings/textOf";
import { formatOf } from "./formatOf";
import type { FormatReader, Found, Identified, Inside } from "./inside";
import { limits } from "./limits";
import type { Format, Part, Reading, Unread } from "./part";
import { readersOf } from "./readersOf";

/** A carrier's content on its way to a Reading. */
export interface Carried extends Omit<Found, "place"> {
  readonly place: readonly string[];
  /** It is user data, whose bytes EC2 counts. */
  readonly isUserData?: boolean;
}

/** Reads all that can be read in what a carrier holds: unwrapped from base64 and compression first. */
export function read(content: string | Uint8Array, carried: Carried): Reading {
  const walk = new Walk();
  const decoded = typeof content === "string" ? wholeBase64(content) : content;
  const unwrapped = walk.unwrap(content, carried.place, decoded);
  const text = unwrapped?.text ?? "";
  const part = walk.part({ ...carried, place: "" }, text, unwrapped?.place ?? carried.place, 0);
  const root = part ?? { place: carried.place, format: "text", text: "", parts: [] };
  // As EC2 counts: what the API is given is base64, and its limit is on what that decodes to.
  const userDataBytes = carried.isUserData
    ? { userDataBytes: decoded?.length ?? Buffer.byteLength(content) }
    : {};
  return { root: { ...root, ...userDataBytes }, unread: walk.unread };
}

/** Reads a carrier that is no text but holds some: a map of variables, a document given as an object. */
export function readPieces(place: readonly string[], find: (inside: Inside) => void): Reading {
  const walk = new Walk();
  return { root: walk.pieces(place, find), unread: walk.unread };
}

/** A carrier whose value cannot be had: nothing of it was read. */
export function unreadable(place: readonly string[], reason: string): Reading {
  return { root: { place, format: "text", text: "", parts: [] }, unread: [{ place, reason }] };
}

/** What cloud-init's type asks for, else all that the format has. */
function readersFor({ read }: Identified, format: Format): readonly FormatReader[] {
  return read === undefined ? readersOf(format) : [read];
}

/** One walk through a carrier: what it may still take, and what it had to leave unread. */
class Walk {
  readonly unread: Unread[] = [];
  #parts: number = limits.parts;
  #units: number = limits.units;
  #full = false;

  /**
   * Takes compression off until a text is left; where base64 may be around it, that too.
   * @param first what the content decodes to, for one in which base64 is guessed
   */
  unwrap(
    content: string | Uint8Array,
    place: readonly string[],
    first?: Uint8Array,
  ): { text: string; place: readonly string[] } | undefined {
    let at = place;
    let current = content;
    const guess = typeof content === "string" || first !== undefined;
    while (at.length - place.length <= limits.layers) {
      if (typeof current === "string") {
        const decoded = guess ? (current === content ? first : wholeBase64(current)) : undefined;
        if (decoded === undefined) return { text: current, place: at };
        current = decoded;
        at = [...at, "base64"];
        continue;
      }
      const inflated = inflate(current);
      if (inflated === undefined) {
        const decoded = textOf(current);
        if (decoded === undefined) {
          this.leave(at, `${current.length} bytes of binary data`);
          return undefined;
        }
        if (decoded.damaged) this.leave(at, "some of it is binary data");
        current = decoded.text;
        continue;
      }
      at = [...at, inflated.place];
      if (inflated.kind === "unread") {
        this.leave(at, inflated.reason);
        return undefined;
      }
      if (inflated.unread !== undefined) this.leave(at, inflated.unread);
      current = inflated.bytes;
    }
    this.leave(at, `is encoded more than ${limits.layers} times over`);
    return undefined;
  }

  pieces(place: readonly string[], find: (inside: Inside) => void): Part {
    const parts: Part[] = [];
    find(this.#inside(parts, place, 0, () => {}));
    return { place, format: "text", text: "", parts };
  }

  part(piece: Found, text: string, place: readonly string[], depth: number): Part | undefined {
    if (this.#full) return undefined;
    if (this.#parts === 0) return this.#stop(place, `there are more than ${limits.parts} parts`);
    if (text.length > this.#units)
      return this.#stop(place, `there are more than ${limits.units} characters in all`);
    this.#parts--;
    this.#units -= text.length;
    const identified = piece.type === undefined ? {} : identifyAs(piece.type, text);
    const found = { ...piece, ...identified };
    const format = found.format ?? formatOf(found.name, text);
    const parts: Part[] = [];
    const inside = this.#inside(parts, place, depth, (type, body) => {
      const again = identifyAs(type, body);
      this.#run(
        readersFor(again, again.format ?? formatOf(found.name, body)),
        body,
        inside,
        found.name,
        place,
      );
    });
    this.#run(readersFor(identified, format), text, inside, found.name, place);
    return {
      place,
      format,
      text,
      parts,
      ...(found.name === undefined ? {} : { name: found.name }),
      ...(found.ignored === undefined ? {} : { ignored: found.ignored }),
    };
  }

  /** A reader that fails on a text of others has not read it; the text itself is there all the same. */
  #run(
    readers: readonly FormatReader[],
    text: string,
    inside: Inside,
    name: string | undefined,
    place: readonly string[],
  ): void {
    for (const reader of readers) {
      try {
        if (reader(text, inside, name) === "all") return;
      } catch (error) {
        const kind = error instanceof Error ? error.name : "error";
        this.leave(place, `what is inside could not be taken apart (${kind})`);
      }
    }
  }

  #inside(parts: Part[], place: readonly string[], depth: number, again: Inside["again"]): Inside {
    const isFull = () => this.#full;
    const take = (found: Found, text: string, at: readonly string[]) => {
      if (depth >= limits.depth) {
        this.leave(at, `it is nested more than ${limits.depth} deep`);
        return;
      }
      const part = this.part(found, text, at, depth + 1);
      if (part !== undefined) parts.push(part);
    };
    return {
      text: (found, text) => take(found, text, [...place, found.place]),
      bytes: (found, bytes) => {
        if (isFull()) return;
        const unwrapped = this.unwrap(bytes, [...place, found.place]);
        if (unwrapped !== undefined) take(found, unwrapped.text, unwrapped.place);
      },
      again,
      unread: (at, reason) => this.leave([...place, at], reason),
      get full() {
        return isFull();
      },
    };
  }

  leave(place: readonly string[], reason: string): void {
    if (this.unread.length < limits.unread) this.unread.push({ place, reason });
    else if (this.unread.length === limits.unread)
      this.unread.push({
        place: place.slice(0, 1),
        reason: `there is more, beyond the ${limits.unread} listed`,
      });
  }

  #stop(place: readonly string[], reason: string): undefined {
    this.#full = true;
    this.leave(place, `${reason}; nothing from here on`);
    return undefined;
  }
}
