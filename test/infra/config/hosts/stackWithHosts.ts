import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import * as z from "zod";
import type { StackConfig } from "../../../../infra/config/schema";
import { loadText, refusalOf, stackFile } from "../editedStackFile";

/** Hosts' settings as a stack file holds them: by kind, then by name. */
export type Hosts = Readonly<Record<string, unknown>>;

const fileSchema = z.object({ config: z.record(z.string(), z.unknown()) });

/** Right settings of one host of each kind, to be changed by a test. */
export const machine = {
  instanceType: "t3.small",
  imageParameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
  rootVolumeSizeGiB: 30,
  logRetentionDays: 90,
};
export const app = {
  ...machine,
  instanceType: "m6i.large",
  zones: ["eu-west-1a", "eu-west-1b"],
  minSizePerZone: 1,
  maxSizePerZone: 4,
};
export const inZone = { ...machine, zone: "eu-west-1a" };
export const gateway = {
  ...machine,
  zones: ["eu-west-1a", "eu-west-1b"],
  destinationCidrBlocks: ["192.168.0.0/16"],
};

/** The text of the tests' prod stack with these hosts. */
function render(hosts: Hosts): string {
  const { config } = fileSchema.parse(parse(readFileSync(stackFile("prod"), "utf8")));
  return stringify({ config: { ...config, "bakeline:hosts": hosts } });
}

export function loadHosts(hosts: Hosts): StackConfig["hosts"] {
  return loadText("prod", render(hosts)).hosts;
}

/** What the stack is refused with, a line a problem, without the position. */
function refusalOfHosts(hosts: Hosts): string[] {
  return refusalOf("prod", render(hosts)).map((line) => line.replace(/^Pulumi\.prod\.yaml:\d+:\d+: /, ""));
}

/** One wrong set of hosts: what is wrong with it, and the one line that says so. */
export type WrongHosts = readonly [behaviour: string, hosts: Hosts, line: string];

/** A test each: the one mistake is told in exactly this one line. */
export function itRefuses(table: readonly WrongHosts[]): void {
  for (const [behaviour, hosts, line] of table)
    it(behaviour, () => assert.deepEqual(refusalOfHosts(hosts), [line]));
}
