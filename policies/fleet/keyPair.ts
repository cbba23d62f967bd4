import { Got } from "../got";
import type { Finding } from "../rule";

export const references = [
  {
    title: "Session Manager: no open ports, no key pairs to manage",
    url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  },
] as const;
export const remedy =
  "Remove the key pair; people come by Session Manager, which leaves a record of who did.";

export function findKey(name: unknown, path: string): readonly Finding[] {
  if (name == null || name === "") return [];
  return [{ path, expected: "no key pair", got: Got.of(name) }];
}
