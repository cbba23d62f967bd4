import type { AwsError } from "../awsError";

/** A result of AWS's Query protocol, before it is XML: lists become `<member>` elements. */
export type QueryValue =
  | string
  | number
  | boolean
  | undefined
  | readonly QueryValue[]
  | { readonly [name: string]: QueryValue };

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function renderResult(action: string, result: QueryValue): string {
  return `<${action}Response><${action}Result>${renderValue(result)}</${action}Result><ResponseMetadata><RequestId>simulated</RequestId></ResponseMetadata></${action}Response>`;
}

export function renderError({ code, detail }: Pick<AwsError, "code" | "detail">): string {
  return `<ErrorResponse><Error><Type>Sender</Type>${renderValue({ Code: code, Message: detail })}</Error><RequestId>simulated</RequestId></ErrorResponse>`;
}

function renderValue(value: QueryValue): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map((item) => `<member>${renderValue(item)}</member>`).join("");
  if (typeof value === "object")
    return Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => `<${name}>${renderValue(inner)}</${name}>`)
      .join("");
  return String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The values of a list parameter, `Name.member.1`, `Name.member.2`, in order. */
export function members(parameters: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let n = 1; ; n += 1) {
    const value = parameters.get(`${name}.member.${n}`);
    if (value === null) return values;
    values.push(value);
  }
}
