import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { renderPackReadme } from "../../policies/packReadme";
import { packFolder, packs } from "../../policies/packs";
import { renderRuleDocs } from "../../policies/ruleDocs";

describe("docs/rules", () => {
  it("is what `npm run docs:rules` writes", () => {
    const folder = path.join("docs", "rules");
    const written = readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]);
    assert.deepEqual(Object.fromEntries(written), Object.fromEntries(renderRuleDocs(packs)));
  });

  for (const pack of packs) {
    it(`has its short form in the README of ${pack.name}`, () => {
      const written = readFileSync(path.join(packFolder(pack), "README.md"), "utf8");
      assert.equal(written, renderPackReadme(pack));
    });
  }

  it("shows each rule with its remedy and with what it finds", () => {
    const page = renderRuleDocs(packs).get("ebs-volume-encrypted.md") ?? "";
    assert.match(page, /\*\*What to do:\*\* Set encrypted to true;/);
    assert.match(page, /"encrypted": false\n\}\n```\n\n> encrypted: expected true, got false\n/);
  });
});
