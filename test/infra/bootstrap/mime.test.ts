import assert from "node:assert/strict";
import fc from "fast-check";
import { encode, plainBytes } from "../../../infra/bootstrap/encode";
import { type MimePart, renderMime } from "../../../infra/bootstrap/mime";
import { parseMime } from "./mimeParts";

const line = fc.oneof(
  fc.string({ unit: "grapheme-ascii" }),
  fc.constantFrom("--", "--bakeline-0", "Content-Type: text/plain", ""),
);
const part: fc.Arbitrary<MimePart> = fc.record(
  {
    contentType: fc.constantFrom("text/cloud-config", "text/cloud-boothook"),
    content: fc.array(line).map((lines) => `${lines.join("\n")}\n`),
  },
  { noNullPrototype: true },
);

describe("renderMime", () => {
  it("gives every part back to the parser that cloud-init uses", () => {
    const samples = fc.sample(fc.array(part, { minLength: 1, maxLength: 4 }), { seed: 4, numRuns: 200 });
    assert.deepEqual(parseMime(samples.map(renderMime)), samples);
  });

  it("has a boundary that no part holds", () => {
    const [, first = ""] =
      /boundary="([^"]+)"/.exec(renderMime([{ contentType: "text/cloud-config", content: "a" }])) ?? [];
    const content = `a\n${first}`;
    const [, second = ""] =
      /boundary="([^"]+)"/.exec(renderMime([{ contentType: "text/cloud-config", content }])) ?? [];
    assert.ok(!content.includes(second));
  });

  it("refuses what cloud-init would garble", () => {
    assert.throws(() => renderMime([{ contentType: "text/cloud-config", content: "é" }]), {
      message: "text/cloud-config part: expected printable ASCII, got other characters; quote them",
    });
  });
});

describe("encode", () => {
  it("leaves a short text readable, and compresses one byte more", () => {
    assert.deepEqual(encode("a".repeat(plainBytes)), {
      bytes: Buffer.from("a".repeat(plainBytes)),
      encoding: "plain",
    });
    assert.equal(encode("a".repeat(plainBytes + 1)).encoding, "gzip");
  });

  it("does not tell which machine compressed", () => {
    const { bytes } = encode("a".repeat(plainBytes + 1));
    assert.deepEqual([...bytes.subarray(0, 10)], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  });
});
