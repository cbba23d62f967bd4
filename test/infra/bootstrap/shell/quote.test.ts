import assert from "node:assert/strict";
import fc from "fast-check";
import { heredoc } from "../../../../infra/bootstrap/shell/heredoc";
import { call, quote } from "../../../../infra/bootstrap/shell/quote";
import { awkwardText } from "../../bakeline/anyStep";
import { bash } from "../program";

describe("quote", () => {
  it("means exactly its text to bash, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(awkwardText, { minLength: 1, maxLength: 40 }), (texts) => {
        const printed = bash(call("printf", "%s\\0", ...texts));
        assert.deepEqual(printed, Buffer.from(texts.map((text) => `${text}\0`).join("")));
      }),
    );
  });

  it("is printable ASCII, whatever the text", () => {
    fc.assert(fc.property(awkwardText, (text) => assert.match(quote(text), /^[\t\n\x20-\x7e]*$/)));
  });

  it("leaves a plain word as it is, and an empty one visible", () => {
    assert.equal(call("install", "/etc/app.env", "0644", ""), "install /etc/app.env 0644 ''");
  });

  it("keeps an escape apart from a digit that follows it", () => {
    assert.equal(quote("é1"), "$'\\303\\2511'");
  });

  it("refuses a NUL, which no argument holds", () => {
    assert.throws(() => quote("a\0b"), /^Error: expected text without NUL characters/);
  });
});

describe("heredoc", () => {
  const line = fc.oneof(fc.constantFrom("END", "END2", "$x", "`id`", "\\"), fc.string());
  const text = fc.array(line).map((lines) => lines.join("\n").replaceAll("\0", ""));

  it("feeds a text as it stands, with a newline at its end", () => {
    fc.assert(
      fc.property(text, (text) => {
        const expected = text.endsWith("\n") ? text : `${text}\n`;
        assert.equal(bash(heredoc("cat", text)).toString(), expected);
      }),
    );
  });
});
