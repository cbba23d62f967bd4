import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StackConfigError } from "../../../infra/config/stackConfigError";
import { loadStackFile } from "../../../infra/config/stackFile";
import { declaredBy } from "../../../infra/workloads/declared";
import { editStackFile } from "../config/editedStackFile";
import { anyWorkload } from "./anyWorkload";

const web = anyWorkload({ name: "web", stores: [{ store: "media", access: "read" }] });

/** The refusal of dev with this text before its policies, where web uses the store media. */
function refusalOf(stores: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "store-names-"));
  try {
    const file = path.join(folder, "Pulumi.dev.yaml");
    writeFileSync(
      file,
      editStackFile("dev", [["  bakeline:policies:\n", `${stores}  bakeline:policies:\n`]]),
    );
    loadStackFile(file, declaredBy([web]));
  } catch (error) {
    assert.ok(error instanceof StackConfigError, String(error));
    return error.message.split("\n").map((line) => line.replace(/^Pulumi.dev.yaml:\d+:\d+: /, ""));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return assert.fail("the stack file was accepted");
}

const fileSystem = "throughput: elastic, userId: 1000, allowDataLoss: false";

describe("a store that a workload uses", () => {
  it("is missed where the file does not have it, though another of its stores is wrong", () => {
    const lines = refusalOf(`  bakeline:stores:\n    fileSystems:\n      meida: {${fileSystem}, x: 1}\n`);
    assert.deepEqual(lines.slice(1), [
      'infra/workloads: workloads.web.stores[0].store: expected a store of bakeline:stores (meida), got "media"; add it to the stack file, or correct its name',
    ]);
  });

  for (const [what, stores, wrong] of [
    [
      "a setting of it is wrong",
      `  bakeline:stores:\n    fileSystems:\n      media: {${fileSystem}, x: 1}\n`,
      "bakeline:stores.fileSystems.media.x",
    ],
    [
      "its family is misspelt",
      `  bakeline:stores:\n    fileSistems:\n      media: {${fileSystem}}\n`,
      "bakeline:stores.fileSistems",
    ],
    [
      "the section is misspelt",
      `  bakeline:store:\n    fileSystems:\n      media: {${fileSystem}}\n`,
      "bakeline:store",
    ],
    ["the section is no map", "  bakeline:stores: media\n", "bakeline:stores"],
  ] as const)
    it(`is not missed where ${what}`, () => {
      assert.deepEqual(
        refusalOf(stores).map((line) => line.slice(0, line.indexOf(": expected"))),
        [wrong],
      );
    });
});
