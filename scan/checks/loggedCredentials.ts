import type { Anchors } from "../anchors/anchorTable";
import type { Part } from "../reader/part";
import { locate, logicalLines, type TextProblem } from "./problem";

// What a script prints at boot is kept in /var/log/cloud-init-output.log and shown by `get-console-output` to whoever
// may call it; credentials that were fetched with care are then as readable as a secret in the user data.

/** What hands out credentials of the role, and the variables that SDKs read them from. */
const credentials =
  /iam\/security-credentials\/(?=[^\s"'/])|\bsts\s+(?:assume-role\w*(?:-with-\w+-\w+)?|get-session-token|get-federation-token)\b|\bconfigure\s+export-credentials\b/;
const secrets =
  /\bssm\s+get-parameters?(?:-by-path)?\b[^|;&]{0,500}--with-decryption|\bsecretsmanager\s+(?:batch-)?get-secret-value\b|\becr\s+get-login-password\b|\bkms\s+decrypt\b/;
const credentialVariable = /^(?:AWS_)?(?:SECRET_ACCESS_KEY|SESSION_TOKEN|SECRET_KEY)$/i;

const prints =
  /(?:^|[;&|]\s{0,9}|\bthen\s+|\bdo\s+|\{\s+|^\s+)\s{0,99}(?:echo|printf|logger|Write-(?:Host|Output|Verbose|Information)|print)\b/;

export const loggedCredentialAnchors: Anchors = {
  anyCase: `security-credentials export-credentials get-parameter get-secret-value get-login-password secret
    session_token assume-role get-session-token get-federation-token`.split(/\s+/),
  exact: ["decrypt"],
};

/** What a line has that hands out, keeps or prints a credential, or turns tracing on. */
const concerns =
  /security-credentials|\bsts\s|configure|\bssm\s|secretsmanager|\becr\s|\bkms\s|echo|printf|logger|Write-|print|^\s*set\s|^#!/;

export function findLoggedCredentials(part: Part): TextProblem[] {
  const { text } = part;
  const held = new Map<string, Logged["detector"]>();
  const problems: TextProblem[] = [];
  let traces = false;
  for (const logical of logicalLines(text)) {
    const line = logical.text;
    if (!concerns.test(line) || /^\s*#(?!!)/.test(line)) continue;
    if (/^\s*set\s+(?:-\w*x|-o\s+xtrace)|^#!.*\s-\w*x/.test(line)) traces = true;
    else if (/^\s*set\s+(?:\+\w*x|\+o\s+xtrace)/.test(line)) traces = false;
    const found = fetched(line);
    const name =
      found === undefined
        ? undefined
        : /(?:^|[\s;])(?:export\s+|local\s+|readonly\s+|\$)?([A-Za-z_]\w{0,60})\s{0,3}=/.exec(line)?.[1];
    if (found !== undefined && name !== undefined && isCaptured(line, found.offset))
      held.set(name, found.detector);
    const logged =
      found !== undefined && (traces || !isCaptured(line, found.offset)) && !goesElsewhere(line, found.offset)
        ? found
        : printed(line, held);
    if (logged !== undefined) problems.push(problem(logged, locate(logical, logged.offset)));
  }
  return problems;
}

interface Logged {
  readonly detector: "role-credentials-logged" | "secret-logged";
  readonly offset: number;
}

function fetched(line: string): Logged | undefined {
  const role = credentials.exec(line);
  if (role !== null) return { detector: "role-credentials-logged", offset: role.index };
  const secret = secrets.exec(line);
  return secret === null ? undefined : { detector: "secret-logged", offset: secret.index };
}

/** `X=$(…)`, `` `…` ``, `$x = Invoke-RestMethod …`, `x = …`: kept, not printed. */
function isCaptured(line: string, offset: number): boolean {
  const before = line.slice(0, offset);
  return (
    /\$\(|`|<\(|=\s{0,5}\(?\s{0,5}(?:Invoke-|aws\b|Get-)/i.test(before) && !prints.test(before.slice(0, 2000))
  );
}

/** Into a file, into nothing, or into a program that reads it; `tee` and `jq` still print. */
function goesElsewhere(line: string, offset: number): boolean {
  const behind = line.slice(offset);
  if (/(?:^|[^0-9&>])>{1,2}\s{0,5}[^&\s]/.test(behind)) return true;
  const last = behind.slice(behind.lastIndexOf("|") + 1).trim();
  return (
    behind.includes("|") &&
    !/^(?:sudo\s+)?(?:tee|jq|cat|grep|sed|awk|cut|tr|head|tail|python3?|base64)\b/.test(last)
  );
}

/** A line that prints what an earlier one kept. A redirection takes it out of the log. */
function printed(line: string, held: ReadonlyMap<string, Logged["detector"]>): Logged | undefined {
  const print = prints.exec(line);
  if (print === null || goesElsewhere(line, print.index)) return undefined;
  for (const found of line.slice(print.index).matchAll(/\$(?:env:)?\{?([A-Za-z_]\w{0,60})/g)) {
    // `${#X}` is a length and `${X:+set}` a word: neither shows the value.
    if (/^\$\{?\w+:\+/.test(line.slice(print.index + found.index, print.index + found.index + 70))) continue;
    const name = found[1] ?? "";
    const detector =
      held.get(name) ?? (credentialVariable.test(name) ? "role-credentials-logged" : undefined);
    if (detector !== undefined) return { detector, offset: print.index + found.index };
  }
  return undefined;
}

function problem({ detector }: Logged, at: { line: number; column: number }): TextProblem {
  const what = detector === "secret-logged" ? "a secret that it fetched" : "credentials of the role";
  return {
    detector,
    ...at,
    message: `prints ${what}, and what is printed at boot is kept in the console output and the log`,
    remedy:
      "hand it to the program that needs it without printing it, and turn tracing (set -x) off around it",
  };
}
