import type { Anchors } from "../../anchors/anchorTable";
import type { Candidate, Detector, PartFacts } from "../candidate";
import { isPlaceholder } from "../values/placeholder";
import { isReference } from "../values/reference";

const inStatement: Detector = {
  id: "password-in-statement",
  remedy: "Fetch the password from Secrets Manager at boot, and hand it to the client as a variable.",
};
const plainSecureString: Detector = {
  id: "secure-string-from-plain-text",
  remedy:
    "Fetch the password with Get-SECSecretValue or Get-SSMParameter at boot instead of writing it here.",
};

interface Statement {
  readonly detector: Detector;
  readonly mark: string;
  /** How far before the mark the statement may begin. */
  readonly back: number;
  readonly pattern: RegExp;
}

// MySQL's, PostgreSQL's and SQL Server's manuals under CREATE USER; Microsoft's reference of ConvertTo-SecureString.
const statements: readonly Statement[] = [
  {
    detector: inStatement,
    mark: "IDENTIFIED",
    back: 0,
    pattern:
      /IDENTIFIED(?:\s{1,8}(?:WITH|VIA)\s{1,8}["'`]?\w{1,40}["'`]?)?\s{1,8}(?:BY|AS|USING)\s{1,8}(?:PASSWORD\s{1,8}|PASSWORD\()?\\?["']([^"'\n\\]{1,200})\\?["']/gi,
  },
  {
    detector: inStatement,
    mark: "identified",
    back: 0,
    pattern:
      /identified(?:\s{1,8}(?:with|via)\s{1,8}["'`]?\w{1,40}["'`]?)?\s{1,8}(?:by|as|using)\s{1,8}(?:password\s{1,8})?\\?["']([^"'\n\\]{1,200})\\?["']/gi,
  },
  {
    detector: inStatement,
    mark: "PASSWORD",
    back: 0,
    pattern: /PASSWORD\s{0,8}(?:=\s{0,8})?(?:PASSWORD)?\(?\s{0,4}N?\\?'([^'\n\\]{1,200})\\?'/gi,
  },
  {
    detector: plainSecureString,
    mark: "ConvertTo-SecureString",
    back: 0,
    pattern:
      /ConvertTo-SecureString\s{1,8}(?:-AsPlainText\s{1,8}|-Force\s{1,8}){0,2}(?:-String\s{1,8})?["']([^"'\n]{1,200})["']/gi,
  },
  {
    detector: plainSecureString,
    mark: "ConvertTo-SecureString",
    back: 260,
    pattern: /["']([^"'\n]{1,200})["']\s{0,8}\|\s{0,8}ConvertTo-SecureString/gi,
  },
  {
    detector: plainSecureString,
    mark: "NetworkCredential",
    back: 0,
    pattern:
      /NetworkCredential\s{0,4}(?:\]::new)?\s{0,4}\(?\s{0,4}["'][^"'\n]{1,100}["']\s{0,4},\s{0,4}["']([^"'\n]{1,200})["']/gi,
  },
  {
    detector: plainSecureString,
    mark: "SecureString",
    back: 0,
    pattern:
      /SecureString\s{1,8}(?:-Force\s{1,8})?-AsPlainText\s{1,8}(?:-Force\s{1,8})?(?:-String\s{1,8})?["']?([^"'\s\n)$(-][^"'\s\n)]{2,200})["']?/gi,
  },
  // Oracle's: `user/password@host`.
  {
    detector: inStatement,
    mark: "jdbc:oracle:",
    back: 0,
    pattern: /jdbc:oracle:\w{1,10}:[\w$#]{1,60}\/([^@\s"']{3,100})@/g,
  },
  {
    detector: inStatement,
    mark: "sqlplus",
    back: 0,
    pattern: /sqlplus\s{1,4}(?:-\w{1,10}\s{1,4}){0,4}["']?[\w$#]{1,60}\/([^@\s"'$]{3,100})(?=[@\s"']|$)/g,
  },
  // Expect's answer to a question for a password.
  {
    detector: inStatement,
    mark: "send",
    back: 200,
    pattern:
      /(?:assword|assphrase)[^\n]{0,60}\n?\s{0,40}(?:exp_continue\s{0,40})?send\s{1,4}(?:--\s{1,4})?"([^"\n\\$]{3,100})\\[rn]/g,
  },
];

export const statementAnchors: Anchors = { exact: statements.map(({ mark }) => mark) };

/** Passwords in statements of SQL and PowerShell that have words of their own for them. */
export function* findInStatements(text: string, { format }: PartFacts): Generator<Candidate> {
  for (const { detector, mark, back, pattern } of statements)
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      if (back === 0 && /[\w'"-]/.test(text[at - 1] ?? "")) continue;
      const from = Math.max(0, at - back);
      const near = text.slice(from, at + mark.length + 320);
      pattern.lastIndex = 0;
      const match = pattern.exec(near);
      const value = match?.[1];
      if (match === null || value === undefined || (back === 0 && match.index !== 0)) continue;
      const quote = detector === plainSecureString ? '"' : "'";
      if (value.length < 3 || isPlaceholder(value) || /^-|^[*%]/.test(value)) continue;
      if (isReference({ value, quote, format: detector === plainSecureString ? "powershell" : "shell" }))
        continue;
      if (format === "shell" && /^\$\w+$/.test(value)) continue;
      const start = from + match.index + match[0].lastIndexOf(value);
      yield { detector, start, end: start + value.length };
    }
}
