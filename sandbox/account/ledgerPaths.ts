import { createHash } from "node:crypto";
import path from "node:path";

/** File systems stop at 255 bytes a name; `.json` and the hash must fit, too. */
const MAX_NAME_LENGTH = 200;

/** `aws:ec2/subnet:Subnet` -> `ec2.Subnet`. */
export function folderOf(token: string): string {
  const [, module = "", type = ""] = token.split(":");
  return `${module.split("/")[0]}.${type}`;
}

/** Where an entry's file is. An id that is no file name (an ARN, a log group's path) is escaped as in a URL. */
export function entryPath(ledger: string, token: string, id: string): string {
  return path.join(ledger, folderOf(token), `${fileName(id)}.json`);
}

function fileName(id: string): string {
  const escaped = encodeURIComponent(id).replace(/^\./, "%2E");
  if (escaped.length <= MAX_NAME_LENGTH) return escaped;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 16);
  return `${escaped.slice(0, MAX_NAME_LENGTH)}-${hash}`;
}
