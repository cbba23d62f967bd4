import { createHash } from "node:crypto";
import type { AwsRequest, AwsResponse } from "./awsEndpoint";

export interface ObjectRequest {
  readonly instanceId: string;
  readonly bucket: string;
  readonly key: string;
  readonly status: number;
  readonly bytes: number;
  readonly at: number;
}

interface StoredObject {
  readonly versionId: string;
  readonly content: Buffer;
}

/** S3, as far as an instance reads it: GET by virtual-hosted name, signed with the instance role's credentials. */
export class ObjectStore {
  /** Every request, refused ones included, in order. */
  readonly requests: ObjectRequest[] = [];
  private readonly objects = new Map<string, readonly StoredObject[]>();

  /** Adds an object, or a newer version of it. The version `null` is that of a bucket without versions. */
  put(bucket: string, key: string, content: string | Buffer, versionId = "null"): void {
    const name = `${bucket}/${key}`;
    const others = (this.objects.get(name) ?? []).filter((each) => each.versionId !== versionId);
    this.objects.set(name, [{ versionId, content: Buffer.from(content) }, ...others]);
  }

  /** Adds an object under the SHA-256 of its content, in hexadecimal, and answers with that key. */
  putByContent(bucket: string, content: string | Buffer): string {
    const key = createHash("sha256").update(content).digest("hex");
    this.put(bucket, key, content);
    return key;
  }

  /** Changes every version of an object behind its key's back: one byte more. @throws Error when it is not there. */
  tamper(bucket: string, key: string): void {
    const name = `${bucket}/${key}`;
    const versions = this.objects.get(name);
    if (versions === undefined) throw new Error(`no object ${name} to tamper with`);
    const changed = versions.map((each) => ({
      ...each,
      content: Buffer.concat([each.content, Buffer.from("\n")]),
    }));
    this.objects.set(name, changed);
  }

  requestsOf(instanceId: string): readonly ObjectRequest[] {
    return this.requests.filter((request) => request.instanceId === instanceId);
  }

  answer(request: AwsRequest): AwsResponse {
    const bucket = request.endpoint.replace(/\.s3$/, "");
    const key = request.path.slice(1);
    const response = this.find(request, bucket, key);
    this.requests.push({
      instanceId: request.instanceId,
      bucket,
      key,
      status: response.status,
      bytes: response.status === 200 ? response.body.length : 0,
      at: Date.now(),
    });
    return response;
  }

  private find({ method, query, signature }: AwsRequest, bucket: string, key: string): AwsResponse {
    if (method !== "GET") return refuse(405, "MethodNotAllowed", `${method} is not offered here`);
    if (signature.kind === "invalid") return refuse(403, signature.code, signature.message);
    if (signature.service !== "s3") return refuse(403, "SignatureDoesNotMatch", "signed for another service");
    const versions = this.objects.get(`${bucket}/${key}`) ?? [];
    const versionId = query.get("versionId");
    const found = versionId === null ? versions[0] : versions.find((each) => each.versionId === versionId);
    if (found === undefined) return refuse(404, "NoSuchKey", "The specified key does not exist.");
    return { status: 200, contentType: "binary/octet-stream", body: found.content };
  }
}

function refuse(status: number, code: string, message: string): AwsResponse {
  const body = `<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>\n`;
  return { status, contentType: "application/xml", body };
}
