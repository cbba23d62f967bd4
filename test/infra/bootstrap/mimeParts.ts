import { spawnSync } from "node:child_process";

export interface ParsedPart {
  readonly contentType: string;
  readonly content: string;
}

/** cloud-init's own way: Python's email, from text, each part's payload decoded. */
const program = `
import base64, email, json, sys
answer = []
for text in json.load(sys.stdin):
    message = email.message_from_string(text)
    answer.append([
        {"contentType": part.get_content_type(), "content": part.get_payload(decode=True).decode("utf-8")}
        for part in message.walk() if not part.is_multipart()
    ])
json.dump(answer, sys.stdout)
`;

/** The parts of MIME messages as the parser that cloud-init uses sees them. */
export function parseMime(messages: readonly string[]): ParsedPart[][] {
  const { stdout, stderr, status } = spawnSync("python3", ["-I", "-c", program], {
    input: JSON.stringify(messages),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`python3: ${stderr}`);
  const parsed: unknown = JSON.parse(stdout);
  if (!Array.isArray(parsed)) throw new Error("expected a list of messages");
  return parsed.map((parts) => parts.map(parsePart));
}

function parsePart(part: unknown): ParsedPart {
  if (typeof part !== "object" || part === null || !("contentType" in part) || !("content" in part))
    throw new Error("expected a part");
  return { contentType: String(part.contentType), content: String(part.content) };
}
