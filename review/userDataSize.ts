import { plain } from "../scan/carriers/pulumiValue";
import type { EngineEvent } from "./engineEvent";

/** The user data of one launch template or instance. */
export interface UserDataSize {
  urn: string;
  /** Bytes as an instance gets them: decoded, still compressed where it is. `null`: not known at preview, or secret. */
  bytes: number | null;
}

/** The properties in which a type carries user data. */
const userDataProperties: Readonly<Record<string, readonly string[]>> = {
  "aws:ec2/launchTemplate:LaunchTemplate": ["userData"],
  "aws:ec2/instance:Instance": ["userData", "userDataBase64"],
};

/** One row for each resource that the preview keeps or makes and that has user data, the largest first, unknown ones before. */
export function userDataSizes(events: readonly EngineEvent[]): UserDataSize[] {
  const sizes = new Map<string, number | null>();
  for (const event of events) {
    if (event.kind !== "step") continue;
    for (const property of userDataProperties[event.type] ?? []) {
      const value = event.inputs[property];
      if (value !== undefined) sizes.set(event.urn, sizeOf(value));
    }
  }
  const rank = (size: UserDataSize) => size.bytes ?? Number.POSITIVE_INFINITY;
  return [...sizes]
    .map(([urn, bytes]) => ({ urn, bytes }))
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

function sizeOf(logged: unknown): number | null {
  const value = plain(logged);
  if (typeof value !== "string") return null;
  // An instance takes plain text too and encodes what is not base64 yet, as the AWS provider does:
  // https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/verify/base64.go
  return isBase64(value) ? Buffer.from(value, "base64").length : Buffer.byteLength(value);
}

function isBase64(value: string): boolean {
  return Buffer.from(value, "base64").toString("base64") === value;
}
