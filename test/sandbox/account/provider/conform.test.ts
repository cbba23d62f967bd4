import assert from "node:assert/strict";
import { conform } from "../../../../sandbox/account/provider/conform";
import { parseObject } from "../../../../sandbox/account/schema/sdkSchema";
import { UNKNOWN } from "../../../../sandbox/account/unknown";
import type { Properties } from "../../../../sandbox/account/values";

const shape = parseObject(
  {
    "imageId!": "string",
    count: "number",
    monitoring: "boolean",
    tags: { "*": "string" },
    metadataOptions: { httpTokens: "string", httpPutResponseHopLimit: "number" },
    blockDevices: [{ "deviceName!": "string", ebs: { encrypted: "string" } }],
    code: "asset",
    policy: "any",
  },
  "test",
);

function failuresOf(inputs: Properties): readonly string[] {
  const { failures } = conform(shape, { imageId: "ami-1", ...inputs }, "aws:test");
  return failures.map(({ property, reason }) => `${property}: ${reason}`);
}

describe("Inputs held against the SDK's declarations", () => {
  it("are accepted as declared", () => {
    const inputs = {
      imageId: "ami-1",
      count: 2,
      monitoring: true,
      tags: { "free key": "x" },
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDevices: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
      code: { path: "." },
      policy: { Statement: [] },
    };
    assert.deepEqual(conform(shape, inputs, "aws:test"), { inputs, failures: [] });
  });

  it("are turned into the declared kind where the real provider does so", () => {
    const given = {
      imageId: 1,
      count: "2",
      monitoring: "true",
      metadataOptions: { httpPutResponseHopLimit: "1" },
    };
    assert.deepEqual(conform(shape, given, "aws:test"), {
      inputs: { imageId: "1", count: 2, monitoring: true, metadataOptions: { httpPutResponseHopLimit: 1 } },
      failures: [],
    });
  });

  it("may be unknown anywhere", () => {
    assert.deepEqual(
      failuresOf({ imageId: UNKNOWN, count: UNKNOWN, tags: UNKNOWN, blockDevices: [UNKNOWN] }),
      [],
    );
  });

  it("may not have an undeclared property, at the top, in an object, in a list of objects", () => {
    assert.deepEqual(
      failuresOf({
        metadataOption: {},
        metadataOptions: { httpToken: "required" },
        blockDevices: [{ deviceName: "a" }, { deviceName: "b", ebs: { encryptd: true } }],
      }),
      [
        'metadataOption: aws:test declares no property "metadataOption"; the nearest it declares is "metadataOptions"',
        'metadataOptions.httpToken: aws:test declares no property "httpToken"; the nearest it declares is "httpTokens"',
        'blockDevices[1].ebs.encryptd: aws:test declares no property "encryptd"; the nearest it declares is "encrypted"',
      ],
    );
  });

  it("may not be of another kind, and the message does not say the value", () => {
    assert.deepEqual(
      failuresOf({ count: "many", monitoring: "maybe", tags: ["a"], blockDevices: {}, code: "x" }),
      [
        "count: expected a number, got a string",
        "monitoring: expected a boolean, got a string",
        "tags: expected an object, got a list",
        "blockDevices: expected a list, got an object",
        "code: expected an asset or archive, got a string",
      ],
    );
  });

  it("must have what is required, and null is as good as nothing", () => {
    assert.deepEqual(failuresOf({ imageId: null, blockDevices: [{ ebs: null }] }), [
      "blockDevices[0].deviceName: expected a value, got none; aws:test requires it",
      "imageId: expected a value, got none; aws:test requires it",
    ]);
  });
});
