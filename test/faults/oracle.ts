import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

// What exists, read from the two places on disk and without any code of recovery's: the judge of it.

const LedgerFile = z.object({
  token: z.string(),
  id: z.string(),
  properties: z.object({ tags: z.unknown().optional() }),
});

const Resource = z.object({
  type: z.string(),
  id: z.string().optional(),
  custom: z.boolean().optional(),
  external: z.boolean().optional(),
  pendingReplacement: z.boolean().optional(),
});

const Checkpoint = z.object({
  checkpoint: z.object({
    latest: z
      .object({
        resources: z.array(Resource).optional(),
        pending_operations: z.array(z.unknown()).optional(),
      })
      .default({}),
  }),
});

/** `<type> <id>` of every file in the ledger, sorted. */
export function idsInLedger(ledger: string): string[] {
  return entriesOf(ledger)
    .map(({ token, id }) => `${token} ${id}`)
    .sort();
}

/** Of these, what stays on purpose when the state no longer has it: the objects of earlier templates. */
export function idsKept(ledger: string): string[] {
  return entriesOf(ledger)
    .filter(({ properties }) => JSON.stringify(properties.tags ?? {}).includes('"bakeline:kept-until"'))
    .map(({ token, id }) => `${token} ${id}`);
}

function entriesOf(ledger: string): z.output<typeof LedgerFile>[] {
  return readdirSync(ledger, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !file.startsWith("."))
    .map((file) => LedgerFile.parse(JSON.parse(readFileSync(path.join(ledger, file), "utf8"))));
}

/** `<type> <id>` of every resource in the engine's state that stands for something in the account, sorted. */
export function idsInState(checkpoint: string): string[] {
  const { resources = [] } = readLatest(checkpoint);
  return resources
    .filter(
      (r) =>
        r.custom && !r.type.startsWith("pulumi:") && r.external !== true && r.pendingReplacement !== true,
    )
    .map(({ type, id }) => `${type} ${id}`)
    .sort();
}

export function pendingOperations(checkpoint: string): unknown[] {
  return readLatest(checkpoint).pending_operations ?? [];
}

function readLatest(checkpoint: string) {
  return Checkpoint.parse(JSON.parse(readFileSync(checkpoint, "utf8"))).checkpoint.latest;
}
