import assert from "node:assert/strict";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { UNKNOWN } from "../../../../sandbox/account/unknown";
import { decodeStruct, encodeStruct } from "../../../../sandbox/account/wire/struct";
import { unwrap } from "../../../../sandbox/account/wire/unwrap";

const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Plain JSON; protobuf has one zero only, and no key is a prototype's. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

describe("Property values on the wire", () => {
  it("survive the way over as bytes", () => {
    fc.assert(
      fc.property(value, (inner) => {
        const properties = JSON.parse(JSON.stringify({ inner }));
        const bytes = encodeStruct(properties).serializeBinary();
        assert.deepEqual(decodeStruct(Struct.deserializeBinary(bytes)), properties);
      }),
    );
  });

  it("are none where there is no struct", () => {
    assert.deepEqual(decodeStruct(undefined), {});
  });

  it("lose the marks of secrets and outputs, wherever they are", () => {
    const secret = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value: "s" };
    const output = {
      [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
      value: { deep: [secret] },
      dependencies: ["urn"],
    };
    assert.deepEqual(unwrap({ secret, list: [output] }), { secret: "s", list: [{ deep: ["s"] }] });
  });

  it("are UNKNOWN for every kind of unknown: each mark, an output without value, a resource without id", () => {
    const output = { [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" };
    const resource = { [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn", id: "" };
    const marks = [
      "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
      "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
      "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    ];
    assert.deepEqual(unwrap({ output, resource, marks }), {
      output: UNKNOWN,
      resource: UNKNOWN,
      marks: [UNKNOWN, UNKNOWN, UNKNOWN],
    });
  });

  it("are a resource's id where a resource is given, and leave assets as they are", () => {
    const resource = { [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn", id: "vpc-1" };
    const asset = { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", hash: "h", text: "x" };
    assert.deepEqual(unwrap({ resource, asset }), { resource: "vpc-1", asset });
  });
});
