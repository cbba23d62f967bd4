import assert from "node:assert/strict";
import type { Format } from "../../../scan/reader/part";
import { isExample } from "../../../scan/secrets/exampleKeys";
import { isFillerToken, isPlaceholder } from "../../../scan/secrets/values/placeholder";
import { isReference } from "../../../scan/secrets/values/reference";
import { entropy, isUuid, looksLikeWords, looksRandom } from "../../../scan/secrets/values/shape";
import { drawer } from "../corpus/values";

describe("a value", () => {
  for (const value of [
    "changeme",
    "CHANGE_ME",
    "change-this",
    "xxxx",
    "xxxxxxxxxxxx",
    "********",
    "aaaa",
    "your-password-here",
    "YOUR_API_KEY",
    "example",
    "AKIA…",
    "placeholder",
    "dummy",
    "REDACTED",
    "password",
    "my-secret",
    "db_password",
    "secret",
    "none",
    "null",
    "true",
    "required",
    "prompt",
    "todo",
    "n/a",
    "abcabcabcabc",
    "insert-your-token",
    "goes-here",
    "",
  ])
    it(`holds the place of a secret: ${value}`, () => assert.equal(isPlaceholder(value), true));

  for (const value of [
    "Summer2024!",
    "hunter2",
    "Tundra2025@",
    "letmein1",
    "tr0ub4dor&3",
    "postgres",
    "S3cr3tP@ss",
    "p@ssw0rd!",
  ])
    it(`may be meant: ${value}`, () => assert.equal(isPlaceholder(value), false));

  for (const [value, quote, format] of [
    ["$DB_PASSWORD", undefined, "shell"],
    ["$DB_PASSWORD", '"', "yaml"],
    ["prefix-$NAME-x", '"', "shell"],
    ["$(cat /run/x)", '"', "shell"],
    [["$", "{var.password}"].join(""), '"', "text"],
    ["{{ password }}", '"', "yaml"],
    ["{{resolve:ssm-secure:/a:1}}", "'", "yaml"],
    ["<%= password %>", undefined, "text"],
    ["%DB_PASSWORD%", undefined, "batch"],
    ["$env:DB_PASSWORD", undefined, "powershell"],
    ["@@PASSWORD@@", undefined, "text"],
    ["__PASSWORD__", undefined, "text"],
    ["#{DbPassword}#", undefined, "json"],
    ["((db_password))", undefined, "yaml"],
    ["!Ref DbPassword", undefined, "yaml"],
    ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:a", '"', "json"],
    ["op://vault/item/field", '"', "text"],
    ["vault:secret/data/a#b", '"', "text"],
    ["ENC[AES256_GCM,data:aa]", undefined, "yaml"],
    ["file:///run/secrets/a", undefined, "text"],
    ["/run/secrets/db_password", undefined, "shell"],
    ["./secrets/db", '"', "shell"],
    ["C:\\secrets\\db.txt", '"', "powershell"],
    ["prod/db/password", '"', "shell"],
    ["https://login.corp.net/token", '"', "json"],
    ["os.environ", undefined, "python"],
    ["get_password()", undefined, "python"],
    ["config.db.password", undefined, "text"],
    ["secrets[0]", undefined, "text"],
    ["%s", '"', "python"],
    ["&anchor_name", undefined, "yaml"],
  ] as const satisfies readonly (readonly [string, string | undefined, Format])[])
    it(`is read from elsewhere: ${value} in ${format}`, () =>
      assert.equal(isReference({ value, quote, format }), true));

  for (const [value, quote, format] of [
    ["Pa$$w0rd", "'", "shell"],
    ["$ecret99", "'", "shell"],
    ["a/b+c9Zq/x1Yw==", '"', "text"],
    ["Tr0ub4dor", undefined, "shell"],
    ["100%sure", '"', "yaml"],
    ["cost$5", '"', "shell"],
  ] as const satisfies readonly (readonly [string, string | undefined, Format])[])
    it(`is meant literally: ${value} in ${format}`, () =>
      assert.equal(isReference({ value, quote, format }), false));

  const draw = drawer(11);
  for (const kind of ["alnum20", "alnum40", "hex32", "b64of32", "url43", "awssecret"])
    it(`was made by a machine: ${kind}`, () => assert.equal(looksRandom(draw(kind)), true));

  for (const value of [
    "my-app-secret",
    "kube-token-v2",
    "DB_PASSWORD",
    "SomeClassName",
    "prod/db/password",
    "aaaaaaaaaaaaaaaaaaaa",
    "short1",
    "2024-11-26",
    "1.24.0",
    "0123",
  ])
    it(`was not: ${value}`, () => assert.equal(looksRandom(value), false));

  it("is of words only where each part is one", () => {
    assert.equal(looksLikeWords("my-app-secret-2"), true);
    assert.equal(looksLikeWords("xK9-q2Z-7Wm"), false);
  });

  it("has as many bits a character as its characters differ", () => {
    assert.equal(entropy("aaaa"), 0);
    assert.equal(entropy("abab"), 1);
    assert.equal(entropy("abcd"), 2);
  });

  it("is a UUID only in full", () => {
    assert.equal(isUuid(draw("uuid")), true);
    assert.equal(isUuid(draw("uuid").slice(1)), false);
  });

  it("is no token where somebody counted or typed along a row", () => {
    for (const value of [
      "1234567890abcdef",
      "xx0123456789xx",
      "abcdefghijkl",
      "00000000ffee",
      "qwertyuiop12",
    ])
      assert.equal(isFillerToken(value), true, value);
    assert.equal(isFillerToken(draw("alnum32")), false);
  });

  it("is an example where a vendor printed it", () => {
    assert.equal(isExample(["QWxhZGRpbjpv", "cGVuIHNlc2FtZQ=="].join("")), true);
    assert.equal(isExample(draw("basic")), false);
  });
});
