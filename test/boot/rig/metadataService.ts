import { randomBytes } from "node:crypto";
import http from "node:http";
import type { InstanceRecord } from "./instanceRecord";
import { type MetadataNode, renderDynamicData, renderMetadata } from "./metadataTree";

export interface MetadataRequest {
  readonly instanceId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** `v1` is a GET without a token header: refused, and a sign of something that would fail on EC2. */
  readonly version: "v1" | "v2";
  readonly at: number;
}

interface Token {
  readonly ip: string;
  readonly expiresAt: number;
}

interface Answer {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const versions = ["latest", "2021-03-23", "2009-04-04"];
const tokenHeader = "x-aws-ec2-metadata-token";
const ttlHeader = "x-aws-ec2-metadata-token-ttl-seconds";
const maximumTtlSeconds = 21_600;

/** The instance metadata service with `httpTokens: required`. Instances are told apart by their address. */
export class MetadataService {
  /** Everything that was asked, in order, by all instances. */
  readonly requests: MetadataRequest[] = [];
  readonly server = http.createServer((request, response) => this.serve(request, response));
  private readonly instances = new Map<string, InstanceRecord>();
  private readonly tokens = new Map<string, Token>();

  add(record: InstanceRecord): void {
    this.instances.set(record.ip, record);
  }

  remove(record: InstanceRecord): void {
    this.instances.delete(record.ip);
  }

  requestsOf(instanceId: string): readonly MetadataRequest[] {
    return this.requests.filter((request) => request.instanceId === instanceId);
  }

  /** The instance at an address, if one runs there. */
  find(ip: string): InstanceRecord | undefined {
    return this.instances.get(ip);
  }

  private serve(request: http.IncomingMessage, response: http.ServerResponse): void {
    const record = this.instances.get(request.socket.remoteAddress ?? "");
    const answer = record === undefined ? { status: 404 } : this.answer(record, request);
    this.requests.push({
      instanceId: record?.id ?? "unknown",
      method: request.method ?? "",
      path: request.url ?? "",
      status: answer.status,
      version: request.method === "GET" && request.headers[tokenHeader] === undefined ? "v1" : "v2",
      at: Date.now(),
    });
    response.writeHead(answer.status, { server: "EC2ws", "content-type": "text/plain", ...answer.headers });
    response.end(answer.body);
  }

  private answer(record: InstanceRecord, request: http.IncomingMessage): Answer {
    const url = request.url ?? "";
    if (url === "/latest/api/token") return this.createToken(record.ip, request);
    if (request.method !== "GET") return { status: 405 };
    if (!this.isValidToken(record.ip, request.headers[tokenHeader])) return { status: 401 };
    const [version, ...names] = url.split("/").filter(Boolean);
    if (version === undefined) return { status: 200, body: versions.join("\n") };
    if (!versions.includes(version)) return { status: 404 };
    if (names[0] === "user-data") {
      return record.userData.length === 0 ? { status: 404 } : { status: 200, body: record.userData };
    }
    const tree = { "meta-data": renderMetadata(record), dynamic: renderDynamicData(record) };
    const node = findNode(tree, names);
    return node === undefined ? { status: 404 } : { status: 200, body: renderNode(node) };
  }

  private createToken(ip: string, request: http.IncomingMessage): Answer {
    if (request.method !== "PUT") return { status: 405 };
    // As EC2 does: a request that came through a proxy is none of the instance's own.
    if (request.headers["x-forwarded-for"] !== undefined) return { status: 403 };
    const ttlSeconds = Number(request.headers[ttlHeader]);
    if (!(ttlSeconds >= 1 && ttlSeconds <= maximumTtlSeconds)) return { status: 400 };
    const token = randomBytes(40).toString("base64");
    this.tokens.set(token, { ip, expiresAt: Date.now() + ttlSeconds * 1000 });
    return { status: 200, body: token, headers: { [ttlHeader]: String(ttlSeconds) } };
  }

  private isValidToken(ip: string, header: string | string[] | undefined): boolean {
    const token = typeof header === "string" ? this.tokens.get(header) : undefined;
    return token !== undefined && token.ip === ip && token.expiresAt > Date.now();
  }
}

function findNode(root: MetadataNode, names: readonly string[]): MetadataNode | undefined {
  let node: MetadataNode | undefined = root;
  for (const name of names) {
    if (typeof node === "string" || node === undefined || !Object.hasOwn(node, name)) return undefined;
    node = node[name];
  }
  return node;
}

/** A folder's answer is the names beneath it; those that are folders themselves end in a slash. */
function renderNode(node: MetadataNode): string {
  if (typeof node === "string") return node;
  return Object.entries(node)
    .map(([name, child]) => (typeof child === "string" ? name : `${name}/`))
    .join("\n");
}
