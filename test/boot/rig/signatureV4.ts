import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { RoleCredentials } from "./roleCredentials";
import { region } from "./vpc";

export interface SignedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type SignatureCheck =
  | { readonly kind: "valid"; readonly service: string; readonly accessKeyId: string }
  | { readonly kind: "invalid"; readonly code: string; readonly message: string };

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([A-Z0-9]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

const maximumClockSkewMs = 15 * 60 * 1000;

/**
 * Checks a Signature Version 4 as AWS does, the signature itself included, so that what the rig accepts AWS accepts:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function checkSignature(
  request: SignedRequest,
  findCredentials: (accessKeyId: string) => RoleCredentials | undefined,
): SignatureCheck {
  const header = request.headers.authorization;
  if (header === undefined) return invalid("AccessDenied", "the request carries no Authorization header");
  const match = authorization.exec(header);
  if (match === null)
    return invalid("AuthorizationHeaderMalformed", "expected AWS4-HMAC-SHA256 Credential=…");
  const [, accessKeyId = "", date = "", signedRegion = "", service = "", signedNames = "", signature = ""] =
    match;

  const credentials = findCredentials(accessKeyId);
  if (credentials === undefined)
    return invalid("InvalidAccessKeyId", "no running instance has this access key");
  if (signedRegion !== region) return invalid("AuthorizationHeaderMalformed", `expected region ${region}`);
  if (request.headers["x-amz-security-token"] !== credentials.sessionToken) {
    return invalid("InvalidToken", "x-amz-security-token is missing or is not the role's session token");
  }
  const time = request.headers["x-amz-date"] ?? "";
  if (!time.startsWith(date) || !(Math.abs(parseAmzDate(time) - Date.now()) <= maximumClockSkewMs)) {
    return invalid("RequestTimeTooSkewed", "x-amz-date is missing or more than 15 minutes off");
  }
  const names = signedNames.split(";");
  const unsigned = Object.keys(request.headers).filter((name) => mustBeSigned(name) && !names.includes(name));
  if (unsigned.length > 0)
    return invalid("AccessDenied", `headers that are not signed: ${unsigned.join(", ")}`);

  const payloadHash = request.headers["x-amz-content-sha256"] ?? sha256(request.body);
  if (service === "s3" && request.headers["x-amz-content-sha256"] === undefined) {
    return invalid("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
  }
  if (payloadHash !== "UNSIGNED-PAYLOAD" && payloadHash !== sha256(request.body)) {
    return invalid("XAmzContentSHA256Mismatch", "x-amz-content-sha256 is not that of the body");
  }
  const scope = `${date}/${signedRegion}/${service}/aws4_request`;
  const canonicalHash = sha256(renderCanonicalRequest(request, names, payloadHash));
  const key = [date, signedRegion, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  const expected = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${canonicalHash}`);
  if (!timingSafeEqual(expected, Buffer.from(signature, "hex"))) {
    return invalid(
      "SignatureDoesNotMatch",
      "the signature is not that of this request and the role's secret key",
    );
  }
  return { kind: "valid", service, accessKeyId };
}

function invalid(code: string, message: string): SignatureCheck {
  return { kind: "invalid", code, message };
}

function mustBeSigned(header: string): boolean {
  return header === "host" || header.startsWith("x-amz-");
}

function renderCanonicalRequest(
  { method, target, headers }: SignedRequest,
  signedNames: readonly string[],
  payloadHash: string,
): string {
  const [path = "/", query = ""] = target.split("?", 2);
  const parameters = query.split("&").filter(Boolean).sort();
  const lines = signedNames.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/g, " ")}\n`);
  return [method, path, parameters.join("&"), lines.join(""), signedNames.join(";"), payloadHash].join("\n");
}

function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
