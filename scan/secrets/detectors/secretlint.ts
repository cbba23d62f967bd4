import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { SecretLintSourceCode } from "@secretlint/types";
import type { Candidate, Detector } from "../candidate";
import { isFillerToken } from "../values/placeholder";

/**
 * Left out of the preset: the filter, with which a comment in the scanned text switches rules off; and the two that
 * read addresses, which `urls.ts` does knowing what a reference is.
 */
const leftOut = ["filter-comments", "basicauth", "database-connection-string"];

const family = "@secretlint/secretlint-rule-";
let found: { readonly detector: Detector; readonly start: number; readonly end: number }[] = [];

/** A source as the rules read it: they look at its content, and at its extension to pass over what is no text. */
function source(content: string): SecretLintSourceCode {
  return {
    content,
    hasBOM: false,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: "text",
    ext: "",
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: unused,
    rangeToLocation: unused,
    positionToIndex: unused,
    indexToPosition: unused,
  };
}

function unused(): never {
  throw new Error("a rule of secretlint asked for a position: secretlint.ts has to be told how");
}

/** How a word must begin for a rule to find anything: most texts have nothing of most rules. */
const needs: Readonly<Record<string, readonly string[]>> = {
  aws: ["AKIA", "ASIA", "A3T", "aws", "AWS", "Aws", "SECRET", "secret", "Secret"],
  gcp: ["PRIVATE KEY"],
  privatekey: ["PRIVATE KEY"],
  npm: ["npm_", "authToken", "x-oauth-basic"],
  slack: ["xox", "xapp-", "hooks"],
  sendgrid: ["SG."],
  shopify: ["shpat", "shpca", "shppa", "shpss"],
  github: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
  gitlab: ["glpat-"],
  grafana: ["glc_", "glsa_", "eyJ"],
  openai: ["sk-"],
  anthropic: ["sk-"],
  groq: ["gsk_"],
  huggingface: ["hf_"],
  linear: ["lin_"],
  notion: ["ntn_"],
  "1password": ["ops_"],
  "hashicorp-vault": ["hvs.", "hvb."],
  vercel: ["vcp_", "vci_", "vca_", "vcr_", "vck_"],
  databricks: ["dapi"],
  docker: ["dckr_"],
  figma: ["figd_"],
};

export const marksOfRules: readonly string[] = [...new Set(Object.values(needs).flat())];

const handlers = rules
  .map((rule) => ({ rule, name: rule.meta.id.slice(family.length) }))
  .filter(({ name }) => !leftOut.includes(name))
  .map(({ rule, name }) => {
    const detector = {
      id: `secretlint-${name}`,
      remedy: "Revoke it where it was issued, and have the instance fetch its successor at boot.",
    };
    const handler = rule.create(
      {
        sharedOptions: {},
        // Its messages quote the secret: none is ever made.
        createTranslator: () => () => ({ message: "", messageId: "", data: undefined }),
        report: ({ range: [start, end] }) => found.push({ detector, start, end }),
        ignore: () => {},
      },
      {},
    );
    return { handler, marks: needs[name] };
  });

/** Ids of users, roles and profiles, which the rule for AWS takes for access keys: they open nothing. */
const uniqueId = /^(?:AGPA|AIDA|AROA|AIPA|ANPA|ANVA)/;

/** secretlint's recommended rules, as they are: the base of what is recognized. */
export function findBySecretlint(text: string, seen: ReadonlySet<string>): readonly Candidate[] {
  found = [];
  for (const { handler, marks } of handlers)
    if (marks === undefined || marks.some((mark) => seen.has(mark))) handler.file?.(source(text));
  return found.filter(({ start, end }) => {
    const value = text.slice(start, Math.min(end, start + 400));
    return !isFillerToken(value) && !uniqueId.test(value);
  });
}
