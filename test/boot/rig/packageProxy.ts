import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { AptSource } from "./aptSources";
import { workspace } from "./workspace";

export interface PackageRequest {
  /** The caller's address; an instance's `ip`. */
  readonly ip: string;
  readonly url: string;
  readonly outcome: "cache" | "mirror" | "refused" | "failed";
  readonly at: number;
}

const cacheFolder = path.join(workspace, "packages");

/**
 * The guests' only way out: a forward proxy that fetches from this machine's package mirrors and nothing else. Files
 * that never change (packages, and indices by their hash) are kept, so that runs differ little in time.
 */
export class PackageProxy {
  /** Every request, refused ones included, in order. */
  readonly requests: PackageRequest[] = [];
  readonly server = http.createServer((request, response) => {
    void this.serve(request, response);
  });
  private readonly mirrors: ReadonlyMap<string, URL>;

  constructor(sources: readonly AptSource[]) {
    fs.mkdirSync(cacheFolder, { recursive: true });
    // A tunnel would hide what goes through it: HTTPS to a mirror is this proxy's to make, not the guest's.
    this.server.on("connect", (request, socket) => {
      this.log(request, "refused");
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    this.mirrors = new Map(sources.map(({ uri }) => [uri.hostname, uri]));
  }

  requestsOf(ip: string): readonly PackageRequest[] {
    return this.requests.filter((request) => request.ip === ip);
  }

  private async serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const mirror = this.findMirror(request.method, request.url ?? "");
    if (mirror === undefined) {
      this.log(request, "refused");
      response.writeHead(403).end("only the package mirrors are reachable from here\n");
      return;
    }
    try {
      const kept = isImmutable(mirror) ? path.join(cacheFolder, sha256(mirror.href)) : undefined;
      this.log(request, kept !== undefined && fs.existsSync(kept) ? "cache" : "mirror");
      if (kept === undefined) await relay(mirror, request, response);
      else await sendKept(mirror, kept, response);
    } catch {
      this.log(request, "failed");
      if (!response.headersSent) response.writeHead(502);
      response.end();
    }
  }

  private log(request: http.IncomingMessage, outcome: PackageRequest["outcome"]): void {
    const ip = request.socket.remoteAddress ?? "";
    this.requests.push({ ip, url: request.url ?? "", outcome, at: Date.now() });
  }

  /** The address to fetch from, with the mirror's own scheme and port; none when the host is no mirror. */
  private findMirror(method: string | undefined, target: string): URL | undefined {
    if (method !== "GET" || !URL.canParse(target)) return undefined;
    const url = new URL(target);
    const mirror = this.mirrors.get(url.hostname);
    if (url.protocol !== "http:" || url.port !== "" || mirror === undefined) return undefined;
    return new URL(url.pathname + url.search, mirror);
  }
}

function isImmutable({ pathname }: URL): boolean {
  return pathname.endsWith(".deb") || pathname.includes("/by-hash/");
}

async function sendKept(url: URL, file: string, response: http.ServerResponse): Promise<void> {
  if (!fs.existsSync(file)) {
    const answer = await get(url, {});
    if (answer.statusCode !== 200) {
      response.writeHead(answer.statusCode ?? 502);
      await pipeline(answer, response);
      return;
    }
    const partial = `${file}.${process.pid}-${process.hrtime.bigint()}`;
    await pipeline(answer, fs.createWriteStream(partial));
    fs.renameSync(partial, file);
  }
  response.writeHead(200, { "content-length": fs.statSync(file).size });
  await pipeline(fs.createReadStream(file), response);
}

async function relay(url: URL, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { host: _, "proxy-connection": __, ...headers } = request.headers;
  const answer = await get(url, headers);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}

function get(url: URL, headers: http.OutgoingHttpHeaders): Promise<http.IncomingMessage> {
  const client = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    client.get(url, { headers }, resolve).on("error", reject);
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
