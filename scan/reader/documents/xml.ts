import type { FormatReader } from "../inside";

/** An element with text and nothing else in it. */
const leaf =
  /<([A-Za-z][\w:.-]{0,100})(?:\s[^<>]{0,500})?>([^<]{1,20000})<\/\1\s{0,8}>|<([A-Za-z][\w:.-]{0,100})(?:\s[^<>]{0,500})?>\s{0,200}<!\[CDATA\[/g;

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The values of an XML document, each under the name of its element, or of the one around it where that is only
 * `Value`: an answer file of Windows keeps its passwords in `<AdministratorPassword><Value>`.
 */
export const readXml: FormatReader = (text, inside) => {
  for (const found of text.matchAll(leaf)) {
    if (inside.full) return;
    const [, element, content, cdata] = found;
    if (cdata !== undefined) {
      const start = found.index + found[0].length;
      const end = text.indexOf("]]>", start);
      inside.text({ place: `<${cdata}>`, name: cdata }, text.slice(start, end < 0 ? text.length : end));
    } else if (element !== undefined && content !== undefined && content.trim() !== "") {
      const name = /^(?:value|string)$/i.test(element) ? enclosing(text, found.index) : element;
      inside.text({ place: `<${name}>`, name, format: "value" }, decode(content));
      if (/^value$/i.test(element) && /password/i.test(name)) readHidden(content, name, inside);
    }
  }
};

function enclosing(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 300), at);
  return /<([A-Za-z][\w:.-]{0,100})(?:\s[^<>]{0,200})?>\s*$/.exec(before)?.[1] ?? "Value";
}

/**
 * `<PlainText>false</PlainText>` hides a password as base64 of UTF-16, with the element's name behind it:
 * https://learn.microsoft.com/windows-hardware/customize/desktop/wsim/hide-sensitive-data-in-an-answer-file
 */
function readHidden(content: string, name: string, inside: Parameters<FormatReader>[1]): void {
  const encoded = content.trim();
  if (!/^[A-Za-z0-9+/]{8,2000}={0,2}$/.test(encoded)) return;
  const password = Buffer.from(encoded, "base64").toString("utf16le");
  const plain = password.endsWith(name) ? password.slice(0, -name.length) : undefined;
  if (plain) inside.text({ place: `<${name}> hidden`, name, format: "value" }, plain);
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    const point =
      decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
    if (point !== undefined) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
  });
}
