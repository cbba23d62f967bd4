import type { Anchors } from "../anchors/anchorTable";
import type { Part } from "../reader/part";
import { type LogicalLine, locate, logicalLines, type TextProblem } from "./problem";

// A call without a token works only while IMDSv1 is allowed, and is what lets a request forged through an
// application (SSRF) read the role's credentials:
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html

/** The service's own addresses; Azure (`/metadata/`) and Google (`computeMetadata`) use the same one otherwise. */
const address =
  /(?:169\.254\.169\.254|\[fd00:ec2::254\]|\binstance-data(?:\.ec2\.internal)?)(?::80)?\/(?:latest|20\d\d-\d\d-\d\d|1\.0)\b|(?:169\.254\.169\.254|\[fd00:ec2::254\]|\binstance-data(?:\.ec2\.internal)?)(?=["'\s$]|$)/;

const tokenHeader = /X-aws-ec2-metadata-token\b(?!-ttl)/i;
const tokenRequest = /\/api\/token\b/;

/** What fetches an address, by language. */
const fetches =
  /\b(?:curl|wget|(?:http|GET|fetch|lwp-request)(?=[ \t])|Invoke-RestMethod|Invoke-WebRequest|irm|iwr|DownloadString|DownloadFile|OpenRead|urlopen|urlretrieve|requests\.(?:get|request)|session\.get|http\.get|httpx\.get|file_get_contents|Net::HTTP\.get|open-uri|axios\.get)\b/i;

/** Boto 2 knows IMDSv1 only. */
const oldSdk = /\bboto\.utils\b|\bget_instance_metadata\s*\(|\bget_instance_userdata\s*\(/;

/** Headers that are kept in a variable or an array cannot be seen in the call itself. */
const headersFromElsewhere =
  /(?:-H|--header)[ =]?["']?[$@]|\[@\]\}|-Headers?\s+[$(]|headers\s*=\s*[A-Za-z_$]|\$\{?\w*(?:HEADER|OPTS|ARGS)\w*/i;

const remedy =
  "fetch a token first (PUT /latest/api/token) and send it as X-aws-ec2-metadata-token with every call, or use the AWS CLI or SDK";

const speaksOfService = /169\.254\.169\.254|fd00:ec2::254|instance-data|get_instance_|boto\.utils/i;

export const imdsCallAnchors: Anchors = {
  anyCase: ["169.254.169.254", "fd00:ec2::254", "instance-data", "get_instance_", "boto.utils"],
};

export function findImdsCalls(part: Part): TextProblem[] {
  const { text } = part;
  const setsHeader = tokenHeader.test(text);
  const holders = new Set<string>();
  const problems: TextProblem[] = [];
  for (const logical of logicalLines(text)) {
    if (holders.size === 0 && !speaksOfService.test(logical.text)) continue;
    if (/^\s*(?:#|REM\b|\/\/)/i.test(logical.text)) continue;
    remember(logical.text, holders);
    const offset = callOf(logical, holders);
    if (offset === undefined) continue;
    if (tokenHeader.test(logical.text) || tokenRequest.test(logical.text)) continue;
    if (setsHeader && headersFromElsewhere.test(logical.text)) continue;
    problems.push({
      detector: "imdsv1-call",
      ...locate(logical, offset),
      message: "calls the instance metadata service without a token (IMDSv1)",
      remedy,
    });
  }
  return problems;
}

/** `MD=http://169.254.169.254/latest/meta-data`: a call may name the variable only. */
function remember(line: string, holders: Set<string>): void {
  const assigned =
    /(?:^|[\s;])\$?([A-Za-z_]\w{0,60})\s{0,5}=\s{0,5}["']?(?:http:\/\/)?(?:169\.254\.169\.254|\[fd00|instance-data)/.exec(
      line,
    );
  if (assigned?.[1] !== undefined && holders.size < 50 && !fetches.test(line.slice(0, assigned.index)))
    holders.add(assigned[1]);
}

/** Where a line fetches from the service. */
function callOf({ text }: LogicalLine, holders: ReadonlySet<string>): number | undefined {
  const old = oldSdk.exec(text);
  if (old !== null) return old.index;
  const fetch = fetches.exec(text);
  if (fetch === null) return undefined;
  if (address.test(text)) return fetch.index;
  const rest = text.slice(fetch.index);
  for (const [, shell, bare] of rest.matchAll(/\$\{?([A-Za-z_]\w{0,60})|\b([A-Za-z_]\w{0,60})\b/g)) {
    const name = shell ?? bare;
    if (name !== undefined && holders.has(name)) return fetch.index;
  }
  return undefined;
}

/** What allows IMDSv1, rather than calling it. */
const allows =
  /--http-tokens[ =]optional|\bHttpTokens["']?\s*[:=]\s*["']?optional\b|\bhttp_tokens\s*[:=]\s*["']?optional\b|\bec2_metadata_v1_disabled\s*=\s*["']?false\b/gi;

export const imdsAllowedAnchors: Anchors = {
  anyCase: ["http-tokens", "http_tokens", "httptokens", "metadata_v1_disabled"],
};

export function findImdsAllowed(part: Part): TextProblem[] {
  const problems: TextProblem[] = [];
  for (const logical of logicalLines(part.text))
    for (const found of logical.text.matchAll(allows))
      problems.push({
        detector: "imdsv1-allowed",
        ...locate(logical, found.index),
        message: "allows the instance metadata service to be called without a token (IMDSv1)",
        remedy: "require tokens: HttpTokens required",
      });
  return problems;
}
