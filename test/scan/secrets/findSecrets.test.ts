import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { type Format, formats, type Part } from "../../../scan/reader/part";
import { findSecrets } from "../../../scan/secrets/findSecrets";
import { corpus } from "../corpus/corpus";
import { drawer } from "../corpus/values";

const part = (text: string, format: Format = "shell", name?: string): Part => ({
  place: [],
  format,
  text,
  parts: [],
  ...(name !== undefined && { name }),
});

describe("findSecrets", () => {
  const draw = drawer(3);
  const password = draw("plainpw");

  it("tells where a secret is, by line and column from 1", () => {
    const text = `#!/bin/bash\r\n\n  DB_PASSWORD=${password}\n`;
    assert.deepEqual(
      findSecrets(part(text)).map(({ detector, line, column }) => ({ detector, line, column })),
      [{ detector: "password-literal", line: 3, column: 15 }],
    );
  });

  it("knows a secret again by its fingerprint, and no other", () => {
    const text = `A_PASSWORD=${password}\nB_PASSWORD=${password}\nC_PASSWORD=${draw("plainpw")}\n`;
    const [a, b, c] = findSecrets(part(text)).map(({ fingerprint }) => fingerprint);
    assert.equal(a, b);
    assert.notEqual(a, c);
    assert.match(a ?? "", /^[0-9a-f]{12}$/);
  });

  it("has nothing in a finding from which the secret could be told", () => {
    for (const { format, text, secrets } of corpus)
      for (const finding of findSecrets(part(text, format))) {
        assert.deepEqual(Object.keys(finding), ["detector", "line", "column", "fingerprint", "remedy"]);
        for (const { start, end } of secrets)
          assert.ok(!JSON.stringify(finding).includes(text.slice(start, end)));
      }
  });

  it("names each secret once, by the surest of those who see it", () => {
    const token = draw("github");
    const found = findSecrets(
      part(`export GITHUB_TOKEN=${token}\ngit clone https://x:${token}@github.com/a/b\n`),
    );
    assert.deepEqual(
      found.map(({ detector, line }) => `${detector} ${line}`),
      ["github-token 1", "github-token 2"],
    );
  });

  it("is turned off by nothing that stands in the text", () => {
    for (const off of ["secretlint-disable-line", `gitleaks:${"allow"}`, "nosec", "pragma: allowlist secret"])
      assert.equal(findSecrets(part(`# ${off}\nDB_PASSWORD=${password} # ${off}\n`)).length, 1, off);
  });

  it("judges a single value by the name that it stands under", () => {
    assert.equal(findSecrets(part(password, "value", "DB_PASSWORD")).length, 1);
    assert.equal(findSecrets(part(password, "value", "HOST")).length, 0);
    assert.equal(findSecrets(part("/run/secrets/a", "value", "DB_PASSWORD")).length, 0);
    assert.equal(findSecrets(part(draw("awsid"), "value", "HOST")).length, 1);
  });

  it("takes any text, in any format, without a word", () => {
    const pieces = [
      "password",
      "=",
      ":",
      "'",
      '"',
      "\\",
      "\n",
      " ",
      "$(",
      "${",
      "}}",
      "mysql",
      "-p",
      "://",
      "@",
      "eyJ",
      "AKIA",
      "-----BEGIN ",
      "PRIVATE KEY-----",
      "$6$",
      "<",
      ">",
      "chpasswd",
      "<<EOF\n",
      "list: |\n",
      "x".repeat(40),
    ];
    const anyText = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyText, fc.constantFrom(...formats), (texts, format) => {
        const text = texts.join("");
        for (const { line, column } of findSecrets(part(text, format)))
          assert.ok(line >= 1 && column >= 1 && line <= text.split("\n").length);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it("has no pattern in which a repetition repeats, or has no bound but the line's", () => {
    const folder = path.resolve("scan/secrets");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    assert.ok(files.length > 30);
    for (const file of files)
      for (const [pattern] of readFileSync(path.join(folder, file), "utf8").matchAll(
        /\((?:\?:)?[^()\n]{1,80}[*+]\)[*+]/g,
      ))
        assert.fail(`${file}: ${pattern}`);
  });
});

describe("findSecrets, on text that is made to hold it up", function () {
  this.timeout(120_000);
  const units = [
    "password=",
    "password: ",
    '"password":"',
    "mysql -p",
    "mysql $(",
    "curl -u a:",
    "://a:",
    "://",
    "eyJ",
    "eyJa.eyJ",
    "AKIA",
    "$6$",
    "a:1:a:a:",
    "SG.aaaa.",
    "xoxb-a-",
    "-----BEGIN PRIVATE KEY-----",
    "IDENTIFIED BY ",
    "PASSWORD '",
    "ConvertTo-SecureString ",
    "chpasswd <<",
    "list:\n",
    "| passwd",
    "name: password value: ",
    "${PASSWORD:-",
    "<password>",
    '\\"',
    "'",
    "x",
    "0",
    "x-",
    " -p ",
    "key.",
    "machine a login b password ",
  ];
  for (const unit of units)
    it(`takes no more than in proportion: ${JSON.stringify(unit)}`, () => {
      const seconds = (size: number) => {
        const text = unit.repeat(Math.ceil(size / unit.length));
        const start = process.cpuUsage();
        findSecrets(part(text));
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1e6;
      };
      seconds(100_000);
      const small = seconds(250_000);
      const large = seconds(1_000_000);
      assert.ok(large < 0.3 || large < 4 * small * 2.5, `${small} s, then ${large} s for four times as much`);
    });
});
