import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { isPlaceholder } from "../values/placeholder";
import { isReference } from "../values/reference";

const setByScript: Detector = {
  id: "password-set-by-script",
  remedy:
    "Let nobody log in by password, or read it from Secrets Manager at boot and pass it on by standard input.",
};

const readers =
  /\|\s{0,8}(?:sudo\s{1,4}(?:-\w{1,8}\s{1,4}){0,4})?(?:\/usr\/s?bin\/|\/bin\/|\/sbin\/)?(chpasswd|passwd|smbpasswd|pbcopy|docker|podman|helm|sudo|vncpasswd|cryptsetup|kinit|saslpasswd2|pdbedit|gh|su|nerdctl|ldappasswd|gpg|ssh-add|vault|realm|adcli|glab|regctl|az|oc|k3s|htpasswd)\b([^\n|;&]{0,200})/g;
const takesPassword: ReadonlyMap<string, RegExp> = new Map([
  ["docker", /password-stdin/],
  ["podman", /password-stdin/],
  ["nerdctl", /password-stdin/],
  ["helm", /password-stdin/],
  ["regctl", /pass-stdin/],
  ["sudo", /-[a-zA-Z]*S|--stdin/],
  ["gh", /with-token/],
  ["glab", /stdin/],
  ["gpg", /passphrase-fd/],
  ["vault", /login|-/],
  ["az", /password-stdin/],
  ["htpasswd", /-[a-zA-Z]*i/],
  ["cryptsetup", /luks|open|-/],
  ["pbcopy", /(?!)/],
  ["oc", /(?!)/],
  ["k3s", /(?!)/],
]);
const said =
  /(?:echo|printf)\s{1,4}(?:-[neE]{1,3}\s{1,4}){0,2}(?:["']%s(?:\\n)?["']\s{1,4})?("[^"\n]{1,300}"|'[^'\n]{1,300}'|[^\s|"']{1,300})\s{0,8}$|\(\s{0,4}(?:echo|printf)\s{1,4}["']?([^\s"';|]{1,200})["']?\s{0,4};[^)|]{0,200}\)\s{0,8}$/;
const given =
  /(chpasswd|passwd|smbpasswd|sudo -S|vault login -|kinit)\b([^\n|;&<]{0,120})<<<\s{0,4}("[^"\n]{1,300}"|'[^'\n]{1,300}'|[^\s"']{1,300})/g;
const document =
  /(chpasswd|smbpasswd\s{1,4}-\w{0,4}s)\b[^\n|;&<]{0,120}<<-?\s{0,4}\\?["']?(\w{1,40})["']?[^\n]{0,80}\n/g;

export const pipedPasswordAnchors: Anchors = { exact: ["echo", "printf", "<<<", "chpasswd", "smbpasswd"] };

/** `echo … | passwd --stdin`, `echo user:… | chpasswd`, here-strings and here-documents for the same. */
export function* findPipedPasswords(text: string, part: PartFacts): Generator<Candidate> {
  if (text.includes("|")) {
    readers.lastIndex = 0;
    for (let match = readers.exec(text); match !== null; match = readers.exec(text)) {
      const [, reader = "", flags = ""] = match;
      if (takesPassword.get(reader)?.test(flags) === false) continue;
      const lead = text.slice(Math.max(0, match.index - 400), match.index);
      const spoken = said.exec(lead.slice(lead.lastIndexOf("\n") + 1));
      const raw = spoken?.[1] ?? spoken?.[2];
      if (raw === undefined) continue;
      const start = match.index - lead.length + lead.lastIndexOf(raw);
      yield* judged(text, raw, start, reader, part);
    }
  }
  if (text.includes("<<<")) {
    given.lastIndex = 0;
    for (let match = given.exec(text); match !== null; match = given.exec(text)) {
      const raw = match[3] ?? "";
      yield* judged(text, raw, given.lastIndex - raw.length, match[1] ?? "", part);
    }
  }
  if (text.includes("<<") && /chpasswd|smbpasswd/.test(text)) {
    document.lastIndex = 0;
    for (let match = document.exec(text); match !== null; match = document.exec(text)) {
      let at = document.lastIndex;
      for (const line of text.slice(at, at + 4000).split("\n")) {
        if (line.trim() === match[2]) break;
        const lead = line.length - line.trimStart().length;
        yield* judged(text, line.trim(), at + lead, match[1] ?? "", part);
        at += line.length + 1;
      }
    }
  }
}

/** The password of what a script says: all of it, or what stands behind the user's name. */
function* judged(
  text: string,
  raw: string,
  at: number,
  reader: string,
  { format }: PartFacts,
): Generator<Candidate> {
  const quote = /^["']/.exec(raw)?.[0];
  let value = quote === undefined ? raw : raw.slice(1, -1);
  let start = at + (quote === undefined ? 0 : 1);
  const line = /^([^:\s]{1,64}):(.{1,256})$/.exec(value);
  if (reader === "chpasswd") {
    if (line?.[1] === undefined || line[2] === undefined) return;
    start += line[1].length + 1;
    value = line[2];
  }
  value = /^[^\n\\]*/.exec(value)?.[0] ?? value;
  if (value.length < 3 || /\s/.test(value) || isPlaceholder(value) || /^\$\w{1,8}\$/.test(value)) return;
  if (isReference({ value, quote, format: format === "powershell" ? format : "shell" })) return;
  if (text.startsWith(value, start)) yield { detector: setByScript, start, end: start + value.length };
}
