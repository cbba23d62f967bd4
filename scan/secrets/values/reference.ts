import type { Format } from "../../reader/part";
import { characterClasses, looksLikeWords } from "./shape";

/** A value as it is written. */
export interface Written {
  readonly value: string;
  /** Undefined: it stands bare. */
  readonly quote: string | undefined;
  readonly format: Format;
}

/** Whole values that name where a secret is kept, by the schemes of those who read them. */
const schemes =
  /^(arn:|ssm:|\/?aws\/reference\/|awssm:|awsps?:|secretsmanager:|aws-?secrets?-?manager:|vault:|vault\+|op:\/\/|sm:\/\/|gcp-?sm:|gcpsecretmanager:|azkv|keyvault:|akv:|env:|env\.|file:|file\(|ref:|ref\+|secret:|secrets?\/|sops:|enc\[|enc\(|enc:|pkcs7|kms:|berglas:|doppler:|bws:|keyring:|keychain:|credstash|chamber|!ref|!sub|!getatt|!vault|!import|!env|!secret|!encrypted|fn::|resolve:|_from|valuefrom|\$ansible_vault|\$__\w+\{|aqic|aqid)/i;

/** Whole values that somebody else fills in. */
const templates = [
  /^<[^<>]{0,200}>$/,
  /^\[[^[\]]{0,200}\]$/,
  /^\(\([^()]{0,200}\)\)$/,
  /^\{[\w .:-]{0,100}\}$/,
  /^%[\w%()-]{1,100}%?s?$/,
  /^@[@\w.-]{1,100}@$/,
  /^__?[A-Za-z0-9][\w-]{0,100}__?$/,
  /^\$[A-Za-z_]\w{0,100}$/,
  /^\$(env|global|script|using|private|args|psitem|_|local|config|params?|secrets?|input|this|self)[:.[\->]/i,
  /^[:$][0-9@*#?!A-Za-z_]{1,30}$/,
  /^!\w{1,60}!$/,
  // YAML's anchors and aliases.
  /^[&*][A-Za-z_][A-Za-z_-]{0,80}$/,
];

/** Anywhere in a value: what a shell, a template or CloudFormation puts in. */
const insertions = /\$\(|\$\{|\{\{|\}\}|\{%|<%|%>|#\{|\$\[|@\{|`|%\{|<\?|&\(|%[sdr](?![0-9a-zA-Z])/;

/** Whether a value is read from elsewhere when it is used. */
export function isReference({ value, quote, format }: Written): boolean {
  if (schemes.test(value) || insertions.test(value)) return true;
  if (templates.some((template) => template.test(value))) return !(quote === "'" && /^\$\w*\d/.test(value));
  // A variable inside of more text: only where a shell or PowerShell reads the quotes.
  if (quote !== "'" && (format === "shell" || format === "powershell") && /(?<!\\)\$[A-Za-z_{(]/.test(value))
    return !isSpiltPassword(value);
  return isPlace(value) || (quote === undefined && isExpression(value));
}

/**
 * `xK9#mP2$vq7`, where a shell would put a variable in that its author never thought of: what is left without it could
 * only have been made up as a password.
 */
function isSpiltPassword(value: string): boolean {
  const rest = value.replaceAll(/\$[A-Za-z_]\w*/g, "");
  return rest.length >= 6 && characterClasses(rest) === 4 && !looksLikeWords(rest) && !rest.includes("$");
}

/** A path, or an address without a password in it. */
export function isPlace(value: string): boolean {
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(value)) return true;
  if (/^(~|\.{1,2})?\/[\w@.-]/.test(value)) return isPath(value);
  return /^[A-Za-z]:\\|^\\\\\w/.test(value) || (value.includes("/") && isPath(value));
}

/** Each part a word, with at most a number behind: base64 has no such parts. */
function isPath(value: string): boolean {
  const parts = value.split("/");
  return (
    parts.length >= 2 && parts.every((part) => part.length <= 60 && looksLikeWords(part.replace(/^~/, "")))
  );
}

/** Code that yields the value: a call, a member, an index. */
function isExpression(value: string): boolean {
  return (
    /^!?[A-Za-z_][\w.:>-]{0,80}\(/.test(value) ||
    (/^[A-Za-z_]\w{0,40}(\.[A-Za-z_]\w{0,40}){1,8}(\[[^\]]{0,40}\])?$/.test(value) &&
      /^[A-Za-z_]{1,40}(\.[A-Za-z_]+){1,8}/.test(value)) ||
    /^[A-Za-z_]\w{0,40}\[|[[(]$/.test(value) ||
    /^(new|await|function|lambda|lookup|get|read)\b[ (]/i.test(value) ||
    /^[[{(]/.test(value)
  );
}
