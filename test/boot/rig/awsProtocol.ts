import type { AwsRequest, AwsResponse } from "./awsEndpoint";

/** What a call asks for: JSON as sent, or a query's parameters by their dotted names. */
export type Parameters = Readonly<Record<string, unknown>>;

export interface AwsCall {
  /** The endpoint's prefix: `autoscaling`, `monitoring`, `logs`, `ssm`… */
  readonly service: string;
  readonly action: string;
  readonly protocol: "query" | "json";
  readonly parameters: Parameters;
}

/** Reads a call of AWS's Query protocol (a form with `Action`) or JSON protocol (`X-Amz-Target`). */
export function parseCall({ endpoint, headers, body }: AwsRequest): AwsCall {
  const target = headers["x-amz-target"];
  if (target !== undefined) {
    const action = target.split(".").at(-1) ?? "";
    return { service: endpoint, action, protocol: "json", parameters: parseObject(body.toString()) };
  }
  const { Action: action = "", ...parameters } = Object.fromEntries(new URLSearchParams(body.toString()));
  return { service: endpoint, action, protocol: "query", parameters };
}

export function renderResult({ protocol, action }: AwsCall, result: Parameters): AwsResponse {
  if (protocol === "json") return json(200, result);
  return xml(200, `<${action}Response><${action}Result/></${action}Response>`);
}

export function renderError(
  { protocol }: AwsCall,
  status: number,
  code: string,
  message: string,
): AwsResponse {
  if (protocol === "json") return json(status, { __type: code, message });
  return xml(
    status,
    `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  );
}

function parseObject(text: string): Parameters {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function json(status: number, value: Parameters): AwsResponse {
  return { status, contentType: "application/x-amz-json-1.1", body: JSON.stringify(value) };
}

function xml(status: number, body: string): AwsResponse {
  return { status, contentType: "text/xml", body: `<?xml version="1.0"?>\n${body}\n` };
}
