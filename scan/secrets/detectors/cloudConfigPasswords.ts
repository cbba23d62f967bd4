import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { isPlaceholder } from "../values/placeholder";
import { isReference } from "../values/reference";

const cloudConfigPassword: Detector = {
  id: "cloud-config-password",
  remedy:
    "Take chpasswd out, and log in by SSM Session Manager; a password in user data is read by all who read metadata.",
};

const list = /^([ \t]{0,40})(?:list|chpasswd):[ \t]{0,8}(?:[|>][+-]?)?[ \t]{0,8}\r?\n/gm;
const user = /^[ \t]{0,80}(?:- {1,8})?["']?([a-z_][\w.-]{0,63}):([^\s"'#]{1,256})["']?[ \t]{0,8}\r?$/;

export const chpasswdAnchors: Anchors = { exact: ["chpasswd"] };

/**
 * `user:password` lines of chpasswd, as a block and as a list. `R` and `RANDOM` have cloud-init make one:
 * https://cloudinit.readthedocs.io/en/latest/reference/modules.html#set-passwords
 */
export function* findCloudConfigPasswords(text: string, { format }: PartFacts): Generator<Candidate> {
  list.lastIndex = 0;
  for (let match = list.exec(text); match !== null; match = list.exec(text)) {
    const indent = (match[1] ?? "").length;
    let at = list.lastIndex;
    for (const line of text.slice(at, at + 8000).split("\n")) {
      const own = line.length - line.trimStart().length;
      if (line.trim() !== "" && own <= indent && !line.trimStart().startsWith("-")) break;
      const entry = user.exec(line);
      const password = entry?.[2];
      if (password !== undefined && isPassword(password, format)) {
        const start = at + line.lastIndexOf(password);
        yield { detector: cloudConfigPassword, start, end: start + password.length };
      }
      at += line.length + 1;
    }
  }
}

function isPassword(value: string, format: PartFacts["format"]): boolean {
  if (value === "R" || value === "RANDOM" || value.length < 3 || /^\$\w{1,8}\$/.test(value)) return false;
  return !isPlaceholder(value) && !isReference({ value, quote: "'", format });
}
