import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { ScratchCopy } from "../review/scratchCopy";

describe("a change that would take a store, on the real engine", function () {
  this.timeout(240_000);
  let copy: ScratchCopy;
  before(() => {
    copy = new ScratchCopy();
    // Without hosts, which hold nothing, and what is exempted of them.
    for (const section of ["hosts", "exemptions"])
      copy.edit("Pulumi.dev.yaml", new RegExp(` {2}bakeline:${section}:\\n( {3,}.*\\n)*`), "");
    copy.edit("Pulumi.dev.yaml", /(databaseName: orders\n[\s\S]*?)( {8}allowDataLoss: true[^\n]*\n)/, "$1");
    const { status, output } = update();
    assert.equal(status, 0, output);
  });
  after(() => copy.remove());

  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["build/run.js", ...args], {
      cwd: copy.folder,
      encoding: "utf8",
    });
    return { status, output: stdout + stderr };
  }

  const update = () =>
    run("sandbox/cli.ts", "up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive");
  const preview = () => run("review/preview.ts", "--stack", "dev");

  const refusal =
    "This would replace the store orders and lose what is in it: dbName cannot be changed in place. Either take the change back, or, if the data is not missed, write allowDataLoss: true for orders below bakeline:stores in a change of its own, update, and then make this change.";

  it("is stopped by preview and by update, with the property that forces it and the word that would allow it", () => {
    copy.edit("Pulumi.dev.yaml", "databaseName: orders", "databaseName: sales");
    const previewed = preview();
    assert.equal(previewed.status, 1, previewed.output);
    assert.ok(previewed.output.includes(refusal), previewed.output);
    const updated = update();
    assert.notEqual(updated.status, 0);
    assert.ok(updated.output.includes(refusal), updated.output);
  });

  it("is stopped although it says the word itself, which must be said in a change before", () => {
    copy.edit(
      "Pulumi.dev.yaml",
      "databaseName: sales\n",
      "databaseName: sales\n        allowDataLoss: true\n",
    );
    const updated = update();
    assert.notEqual(updated.status, 0);
    assert.match(updated.output, /deletion protection/i);
  });

  it("goes through once the word was said, and is shown as a warning", () => {
    copy.edit("Pulumi.dev.yaml", "databaseName: sales", "databaseName: orders");
    const said = update();
    assert.equal(said.status, 0, said.output);
    copy.edit("Pulumi.dev.yaml", "databaseName: orders", "databaseName: sales");
    const previewed = preview();
    assert.equal(previewed.status, 0, previewed.output);
    assert.match(
      previewed.output,
      /Its allowDataLoss was true at the last update and is true, so nothing stops it\./,
    );
    const updated = update();
    assert.equal(updated.status, 0, updated.output);
  });
});
