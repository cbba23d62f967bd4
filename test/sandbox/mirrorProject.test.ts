import assert from "node:assert/strict";
import { parse } from "yaml";
import { mirrorStackFile } from "../../sandbox/mirrorProject";

describe("the sandbox's copy of a stack file", () => {
  it("has the same settings", () => {
    const settings = {
      config: {
        "aws:region": "eu-west-1",
        "bakeline:network": { availabilityZones: ["eu-west-1a"], natGateways: 1 },
      },
    };
    assert.deepEqual(parse(mirrorStackFile(JSON.stringify(settings), "")), settings);
  });

  it("holds no ciphertext, at any depth, and nothing of the real secrets provider", () => {
    const original = `
secretsprovider: awskms://alias/real
encryptedkey: abc
encryptionsalt: v1:real
config:
  bakeline:token: { secure: v1:cipher }
  bakeline:list: [{ inner: { secure: v1:cipher } }]
  bakeline:notASecret: { secure: maybe, other: 1 }
`;
    assert.deepEqual(parse(mirrorStackFile(original, "")), {
      config: {
        "bakeline:token": "a secret of the real stack",
        "bakeline:list": [{ inner: "a secret of the real stack" }],
        "bakeline:notASecret": { secure: "maybe", other: 1 },
      },
    });
  });

  it("keeps the salt that the sandbox's engine wrote, and no other line of the previous copy", () => {
    assert.deepEqual(parse(mirrorStackFile("config: {}", "encryptionsalt: v1:ours\nconfig: { a:b: 1 }\n")), {
      config: {},
      encryptionsalt: "v1:ours",
    });
  });

  it("of an empty file is empty", () => {
    assert.deepEqual(parse(mirrorStackFile("", "")), {});
  });
});
