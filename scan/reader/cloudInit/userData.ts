import { readYaml } from "../documents/document";
import type { Identified } from "../inside";
import { readTags } from "../scripts/ec2LaunchTags";
import { typeByBeginning } from "./beginnings";
import { identify } from "./contentType";

/** How far into user data cloud-init looks for a sign of MIME: `convert_string` in its `user_data.py`. */
const mimeSign = 4096;

/** By a type as cloud-init declares it, or `user-data` for what an instance gets as a whole. */
export function identifyAs(type: string, text: string): Identified {
  return type === "user-data" ? identifyUserData(text) : identify(type, text);
}

/** What user data is, once it is decoded: for cloud-init, EC2Launch, Ignition or Bottlerocket; or for none of them. */
function identifyUserData(text: string): Identified {
  if (text.trim() === "") return { format: "text" };
  const head = text.slice(0, mimeSign);
  if (
    /^mime-version:/im.test(head) ||
    (/mime-version:/i.test(head) && /content-type:\s*multipart/i.test(head))
  )
    return { format: "mime", ...(startsInBlank(text) ? { ignored: blankFirst } : {}) };
  if (/^\s*content-type:\s*multipart\//i.test(head)) return { format: "mime", ignored: noMimeVersion };
  const type = typeByBeginning(text);
  if (type !== undefined) return identify(type, text);
  if (/<(?:powershell|script)>/i.test(text)) return identifyTags(text);
  if (/^\s*(?:#[^\n]*\n\s*)*version:\s*["']?1\.\d/.test(head) && /^\s*-?\s*task:/m.test(text))
    return { format: "yaml", read: readYaml };
  if (/^\s*\{/.test(head) && /"ignition"\s*:/.test(head)) return { format: "json" };
  // Bottlerocket's settings are TOML: https://bottlerocket.dev/en/os/latest/#/api/settings/
  if (/^\s*\[\s*"?settings["\].]/m.test(head)) return { format: "toml" };
  // NodeConfig, as a whole rather than as a part.
  if (/^apiVersion:\s*node\.eks\.aws\//m.test(head)) return { format: "yaml" };
  return { ignored: unknownBeginning };
}

const blankFirst = "white space before its headers keeps cloud-init from reading them";
const noMimeVersion =
  "cloud-init takes nothing for MIME that has no MIME-Version header in its first 4,096 bytes";
const unknownBeginning =
  "it begins with nothing that cloud-init, EC2Launch, Ignition or Bottlerocket knows (#!, #cloud-config, <powershell> …)";

function startsInBlank(text: string): boolean {
  return /^\s/.test(text);
}

function identifyTags(text: string): Identified {
  const unclosed = ["powershell", "script"].find((tag) => has(text, `<${tag}>`) && !has(text, `</${tag}>`));
  const base = { format: "text", read: readTags } as const;
  return unclosed === undefined ? base : { ...base, ignored: `EC2Launch finds no </${unclosed}>` };
}

function has(text: string, tag: string): boolean {
  return new RegExp(tag, "i").test(text);
}
