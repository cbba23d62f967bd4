import assert from "node:assert/strict";
import fc from "fast-check";
import { quote } from "../../../../infra/bootstrap/windows/powershell/quote";
import { awkwardPowerShell } from "./anyWindowsStep";
import { PowerShellParser } from "./parsePowerShell";

/** What PowerShell makes of the two expressions that `quote` writes. */
function evaluate(expression: string): string {
  const encoded = /^\(Convert-Base64 '([A-Za-z0-9+/=]*)'\)$/.exec(expression)?.[1];
  if (encoded !== undefined) return Buffer.from(encoded, "base64").toString("utf8");
  const inner = /^'([\t\n\x20-\x7e]*)'$/.exec(expression)?.[1];
  assert.ok(inner !== undefined && !/(?<!')'(?:'')*(?!')/.test(inner), expression);
  return inner.replaceAll("''", "'");
}

describe("quote, for PowerShell", () => {
  let parser: PowerShellParser;
  before(async () => {
    parser = await PowerShellParser.load();
  });

  it("writes one expression whose value is the text, whatever is in it", () => {
    fc.assert(
      fc.property(awkwardPowerShell, (text) => {
        assert.equal(evaluate(quote(text)), text);
        assert.deepEqual(parser.problems(`Write-Output ${quote(text)}\n`), []);
      }),
    );
  });

  it("leaves plain text readable, and doubles apostrophes", () => {
    assert.equal(quote("it's\n$HOME"), "'it''s\n$HOME'");
  });

  it("keeps typographic apostrophes, which PowerShell takes for plain ones, out of the script", () => {
    assert.equal(quote("’"), "(Convert-Base64 '4oCZ')");
  });
});
