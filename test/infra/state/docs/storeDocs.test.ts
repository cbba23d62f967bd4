import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../../build/compile";
import { renderStoreDocs } from "../../../../infra/state/docs/storeDocs";
import { stackConfigOf } from "../../recordEstate";

describe("docs/stores.md", () => {
  const rendered = renderStoreDocs({ dev: stackConfigOf("dev"), prod: stackConfigOf("prod") });

  it("is what the code and the stack files say; if not, `npm run docs:stores` writes it anew", () => {
    assert.equal(readFileSync(path.join(root, "docs", "stores.md"), "utf8"), rendered);
  });

  it("prices every store of both stacks", () => {
    assert.doesNotMatch(rendered, /not priced here/);
  });
});
