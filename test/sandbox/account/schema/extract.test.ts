import assert from "node:assert/strict";
import fs from "node:fs";
import { extractSchema, renderSchema, schemaFile } from "../../../../sandbox/account/schema/extract";
import { resourceTypes } from "../../../../sandbox/account/types";

describe("schema/aws.json", () => {
  it("is what the installed @pulumi/aws declares; after a change run npm run schema", () => {
    assert.equal(fs.readFileSync(schemaFile, "utf8"), renderSchema(extractSchema()));
  }).timeout(60_000);

  it("declares every property that a type names", () => {
    const { resources } = extractSchema();
    const undeclared = resourceTypes.flatMap((type) => {
      const { inputs = {}, outputs = [] } = resources[type.token] ?? {};
      const known = new Set([...Object.keys(inputs).map((name) => name.replace(/!$/, "")), ...outputs]);
      const named = [...type.replaceOn, ...type.computed, ...Object.keys(type.defaults ?? {})];
      return named
        .map((path) => path.split(".")[0] ?? "")
        .filter((name) => !known.has(name))
        .map((name) => `${type.token}: ${name}`);
    });
    assert.deepEqual(undeclared, []);
  }).timeout(60_000);

  it("has the SDK's version, which the plugin gives as its own", () => {
    const { version } = extractSchema();
    assert.match(version, /^\d+\.\d+\.\d+$/);
  }).timeout(60_000);
});
