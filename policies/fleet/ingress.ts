import { Got } from "../got";
import type { Finding, Separately } from "../rule";
import { guardedIn, guardedLabels, type PortRange } from "./ports";
import { isAnywhere, portsOf } from "./traffic";
import { eachOf } from "./values";

/** What a security group lets in by one rule, in whichever of its spellings. */
interface Permission {
  readonly protocol?: unknown;
  readonly fromPort?: unknown;
  readonly toPort?: unknown;
}

/** Each list of blocks is judged by itself: one address may not be known yet. */
export function findOpenIngress(
  permission: Permission,
  blocks: Readonly<Record<string, () => unknown>>,
  prefix: string,
  separately: Separately,
): readonly Finding[] {
  const parts = Object.entries(blocks).flatMap(([name, read]) => [
    () => findOpen(permission, read(), prefix === "" ? name : `${prefix}.${name}`, separately),
  ]);
  return separately(...parts);
}

function findOpen(
  permission: Permission,
  blocks: unknown,
  path: string,
  separately: Separately,
): readonly Finding[] {
  if (blocks == null) return [];
  if (!Array.isArray(blocks)) return judgeBlock(permission, blocks, path);
  return separately(
    ...eachOf(blocks, (block: unknown, index) => judgeBlock(permission, block, `${path}[${index}]`)),
  );
}

function judgeBlock(
  { protocol, fromPort, toPort }: Permission,
  block: unknown,
  path: string,
): readonly Finding[] {
  // A list or a map in the place of a block cannot be read, and so is no limit.
  if (typeof block === "string" && !isAnywhere(block)) return [];
  const ports = portsOf(protocol, fromPort, toPort);
  return ports === undefined ? [] : findGuarded(ports, path);
}

export function findGuarded(ports: PortRange, path: string): readonly Finding[] {
  const guarded = guardedIn(ports);
  const [first] = guarded;
  if (first === undefined) return [];
  const opened = ports.from <= 1 && ports.to >= 65_535 ? "every port" : first.label;
  return [
    {
      path,
      expected: "no port of administration or data open to the internet",
      got: Got.of(opened, guardedLabels),
    },
  ];
}
