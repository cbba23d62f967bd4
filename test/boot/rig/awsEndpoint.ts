import type http from "node:http";
import https from "node:https";
import type { Certificate } from "./certificate";
import type { MetadataService } from "./metadataService";
import { checkSignature, type SignatureCheck } from "./signatureV4";
import { region } from "./vpc";

/** A request to an AWS endpoint as its service sees it, its sender's signature already judged. */
export interface AwsRequest {
  readonly instanceId: string;
  /** The host's labels before `.<region>.amazonaws.com`: `autoscaling`, or `<bucket>.s3`. */
  readonly endpoint: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly signature: SignatureCheck;
}

export interface AwsResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

/** The address that every name under `<region>.amazonaws.com` resolves to in the VPC: TLS, then the service by name. */
export function createAwsEndpoint(
  { certificate, key }: Certificate,
  metadata: MetadataService,
  answer: (request: AwsRequest) => AwsResponse,
): https.Server {
  return https.createServer({ cert: certificate, key }, (request, response) => {
    readBody(request)
      .then((body) => {
        const { status, contentType, body: text } = answer(parseRequest(request, body, metadata));
        response.writeHead(status, {
          "content-type": contentType,
          "content-length": Buffer.byteLength(text),
        });
        response.end(text);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
}

function parseRequest(request: http.IncomingMessage, body: Buffer, metadata: MetadataService): AwsRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(",") : (value ?? ""),
    ]),
  );
  const method = request.method ?? "";
  const target = request.url ?? "/";
  const record = metadata.find(request.socket.remoteAddress ?? "");
  // The sender's own role: another instance's credentials must not pass for its.
  const signature = checkSignature({ method, target, headers, body }, (accessKeyId) =>
    record?.credentials.accessKeyId === accessKeyId ? record.credentials : undefined,
  );
  const [path = "/", query = ""] = target.split("?", 2);
  const endpoint = (headers.host ?? "").replace(`.${region}.amazonaws.com`, "");
  return {
    instanceId: record?.id ?? "unknown",
    endpoint,
    method,
    path: decodeURIComponent(path),
    query: new URLSearchParams(query),
    headers,
    body,
    signature,
  };
}

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
