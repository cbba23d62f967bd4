import { createHash } from "node:crypto";

/** Types that cloud-init acts on: https://docs.cloud-init.io/en/latest/explanation/format.html */
export interface MimePart {
  readonly contentType: "text/cloud-config" | "text/cloud-boothook";
  /** ASCII. cloud-init 22 to 25 garble anything else in a part that is not base64. */
  readonly content: string;
}

/** A MIME multipart message. @throws Error for a part that is not ASCII. */
export function renderMime(parts: readonly MimePart[]): string {
  for (const { contentType, content } of parts)
    if (!/^[\t\n\x20-\x7e]*$/.test(content))
      throw new Error(`${contentType} part: expected printable ASCII, got other characters; quote them`);
  const boundary = chooseBoundary(parts.map(({ content }) => content));
  const bodies = parts.map(
    ({ contentType, content }) => `--${boundary}\nContent-Type: ${contentType}\n\n${content}\n`,
  );
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"\nMIME-Version: 1.0\n\n`,
    ...bodies,
    `--${boundary}--\n`,
  ].join("");
}

/** From the content, so that the same parts always give the same message; and absent from each. */
function chooseBoundary(contents: readonly string[]): string {
  for (let attempt = 0; ; attempt++) {
    const hash = createHash("sha256").update(`${attempt}\n`).update(contents.join("\n")).digest("hex");
    const boundary = `bakeline-${hash.slice(0, 16)}`;
    if (!contents.some((content) => content.includes(boundary))) return boundary;
  }
}
