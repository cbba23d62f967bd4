// How Pulumi writes down values that are no plain JSON: in a stack's state, in the engine's events, in a plan.
// https://github.com/pulumi/pulumi/blob/v3.220.0/sdk/go/common/resource/properties.go, sig/ and asset/ beside it

const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

/** What the engine writes for a value that only the update will know. */
const unknowns: ReadonlySet<unknown> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** A value that is there and cannot be had. */
export class Hidden {
  constructor(readonly reason: string) {}
}

export type Asset =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "archive"; readonly assets: Readonly<Record<string, unknown>> }
  | { readonly kind: "elsewhere"; readonly reason: string };

/** A value as the program meant it: out of its secret wrapping, or Hidden with the reason. */
export function plain(value: unknown): unknown {
  if (unknowns.has(value)) return new Hidden("it is not known before the update");
  if (value === "[secret]") return new Hidden("it is a secret that this output leaves out");
  if (!isRecord(value) || value[signature] !== secretSignature) return value;
  if ("value" in value) return plain(value.value);
  if (typeof value.plaintext === "string") return plain(parse(value.plaintext));
  return new Hidden("it is encrypted: export the stack with --show-secrets");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Undefined for what is no asset. */
export function assetOf(value: unknown): Asset | undefined {
  if (!isRecord(value)) return undefined;
  const kind = value[signature];
  if (kind === assetSignature) {
    if (typeof value.text === "string" && value.text !== "") return { kind: "text", text: value.text };
    return { kind: "elsewhere", reason: "it is a file that is not in here: scan the file" };
  }
  if (kind !== archiveSignature) return undefined;
  if (isRecord(value.assets)) return { kind: "archive", assets: value.assets };
  return { kind: "elsewhere", reason: "it is a folder or archive that is not in here: scan the folder" };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
