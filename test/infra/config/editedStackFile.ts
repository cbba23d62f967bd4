import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { StackConfig } from "../../../infra/config/schema";
import { StackConfigError } from "../../../infra/config/stackConfigError";
import { loadStackFile } from "../../../infra/config/stackFile";

/** Replaces a text that occurs exactly once. */
export type Edit = readonly [from: string, to: string];

/** A stack of these tests. */
export type Stack = "dev" | "prod";

/** The path of a stack file of these tests, whose only workload is `web`: whatever the repository declares. */
export function stackFile(stack: Stack): string {
  return path.join(__dirname, "stacks", `Pulumi.${stack}.yaml`);
}

/** The text of a stack file of these tests after edits. */
export function editStackFile(stack: Stack, edits: readonly Edit[]): string {
  return edits.reduce(
    (text, [from, to]) => {
      assert.equal(
        text.split(from).length,
        2,
        `${JSON.stringify(from)} must occur once in Pulumi.${stack}.yaml`,
      );
      return text.replace(from, () => to);
    },
    readFileSync(stackFile(stack), "utf8"),
  );
}

/** What the program would get from a stack file of this text, with `web` as the only workload. */
export function loadText(stack: Stack, text: string): StackConfig {
  const folder = mkdtempSync(path.join(tmpdir(), "stack-file-"));
  try {
    const file = path.join(folder, `Pulumi.${stack}.yaml`);
    writeFileSync(file, text);
    return loadStackFile(file, { workloadNames: ["web"] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of the error that a stack file of this text is refused with. */
export function refusalOf(stack: Stack, text: string): string[] {
  try {
    loadText(stack, text);
  } catch (error) {
    assert.ok(error instanceof StackConfigError, String(error));
    return error.message.split("\n");
  }
  return assert.fail("the stack file was accepted");
}

/** One wrong stack file: what is wrong with it, the edit that makes it so, and the line it is refused with. */
export type WrongStackFile = readonly [behaviour: string, stack: Stack, edit: Edit, line: string];

/** A test each: the one mistake is told in exactly this one line. */
export function itRefuses(table: readonly WrongStackFile[]): void {
  for (const [behaviour, stack, edit, line] of table)
    it(behaviour, () => assert.deepEqual(refusalOf(stack, editStackFile(stack, [edit])), [line]));
}
