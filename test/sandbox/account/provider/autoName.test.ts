import assert from "node:assert/strict";
import { applyAutoName } from "../../../../sandbox/account/provider/autoName";

const auto = { property: "bucket", maxLength: 15 };
const seed = new Uint8Array([1, 2, 3]);

describe("A physical name that the program does not give", () => {
  it("is the logical name and seven hex digits", () => {
    const { inputs } = applyAutoName(auto, "logs", { acl: "private" }, undefined, undefined);
    assert.deepEqual(Object.keys(inputs), ["acl", "bucket"]);
    assert.match(String(inputs.bucket), /^logs-[0-9a-f]{7}$/);
  });

  it("is another one each time, unless the engine gives the same seed", () => {
    const nameBy = (by: Uint8Array | undefined) =>
      applyAutoName(auto, "logs", {}, undefined, by).inputs.bucket;
    assert.notEqual(nameBy(undefined), nameBy(undefined));
    assert.equal(nameBy(seed), nameBy(seed));
  });

  it("stays the same over updates", () => {
    const { inputs } = applyAutoName(auto, "logs", {}, { bucket: "logs-0a1b2c3" }, seed);
    assert.deepEqual(inputs, { bucket: "logs-0a1b2c3" });
  });

  it("gives way to a name or a prefix of the program's own", () => {
    assert.deepEqual(applyAutoName(auto, "logs", { bucket: "mine" }, undefined, seed).inputs, {
      bucket: "mine",
    });
    assert.deepEqual(applyAutoName(auto, "logs", { bucketPrefix: "my-" }, undefined, seed).inputs, {
      bucketPrefix: "my-",
    });
  });

  it("is refused when it would be too long", () => {
    assert.deepEqual(applyAutoName(auto, "access-logs", {}, undefined, seed).failures, [
      {
        property: "bucket",
        reason:
          'expected at most 15 characters, got 19 (resource name "access-logs" and 7 random digits); ' +
          "shorten the resource's name or give bucket yourself",
      },
    ]);
  });

  it("takes the form that the type's rules want", () => {
    const lower = { property: "bucket", maxLength: 63, transform: (name: string) => name.toLowerCase() };
    assert.match(
      String(applyAutoName(lower, "Logs", {}, undefined, seed).inputs.bucket),
      /^logs-[0-9a-f]{7}$/,
    );
  });
});
