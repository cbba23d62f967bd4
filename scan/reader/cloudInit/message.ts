// Messages as Python's email package reads them, which cloud-init uses: lenient, and silent about what is odd. The
// libraries of npm read mail for people (they drop what is no text or attachment, or stop at a defect), so none
// of them would show what an instance gets.

export interface Message {
  /** By their names in lower case; of several the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Everything before the first line that cannot belong to a header is the header; a blank line in between goes. */
export function parseMessage(text: string): Message {
  const headers = new Map<string, string>();
  let at = 0;
  let last: string | undefined;
  while (at < text.length) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end).replace(/\r$/, "");
    if (line === "") return { headers, body: text.slice(end + 1) };
    const header = /^([!-9;-~]+):\s*(.*)$/s.exec(line);
    if (/^[ \t]/.test(line) && last !== undefined) headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else if (header?.[1] !== undefined) {
      last = header[1].toLowerCase();
      if (headers.has(last)) last = `${last} again`;
      headers.set(last, header[2] ?? "");
    } else if (!(at === 0 && line.startsWith("From "))) return { headers, body: text.slice(at) };
    at = end + 1;
  }
  return { headers, body: "" };
}

/** `text/x-shellscript; charset="utf-8"`: the type in lower case (`text/plain` where none is well-formed), and a parameter. */
export function contentType({ headers }: Message): string {
  const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[^/\s]+\/[^/\s]+$/.test(type) ? type : "text/plain";
}

/** Quoted or not; and in pieces or with a charset, as RFC 2231 has it: `boundary*0=`, `filename*=utf-8''`. */
export function parameter(header: string | undefined, name: string): string | undefined {
  let value: string | undefined;
  for (const [, key, quoted, bare] of (header ?? "")
    .slice(0, 8192)
    .matchAll(/;\s*([\w-]{1,60}(?:\*\d{0,3}\*?)?)\s*=\s*(?:"((?:[^"\\]|\\.){0,4000})"|([^;\s"]{0,4000}))/g)) {
    const [base, part] = (key ?? "").toLowerCase().split("*");
    if (base !== name) continue;
    const text = quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "";
    value = (value ?? "") + (part === undefined ? text : text.replace(/^[\w-]{0,40}'[\w-]{0,40}'/, ""));
  }
  return value;
}

/**
 * The parts of a multipart body, and undefined where its boundary is missing. A part that its boundary does not end
 * runs to the end.
 */
export function splitParts(body: string, boundary: string): string[] | undefined {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let start: number | undefined;
  for (let at = 0; at <= body.length; ) {
    const found = body.indexOf("\n", at);
    const end = found < 0 ? body.length : found;
    if (body.startsWith(mark, at)) {
      const rest = body.slice(at + mark.length, Math.min(end, at + mark.length + 200));
      const closes = /^--[ \t]*\r?$/.test(rest);
      if (closes || /^[ \t]*\r?$/.test(rest)) {
        if (start !== undefined) parts.push(withoutLineEnd(body.slice(start, at)));
        start = end + 1;
        if (closes) return parts;
      }
    }
    at = end + 1;
  }
  if (start === undefined) return undefined;
  parts.push(body.slice(start));
  return parts;
}

/** The line break before a boundary belongs to the boundary. */
function withoutLineEnd(part: string): string {
  return part.replace(/\r?\n$/, "");
}
