import assert from "node:assert/strict";
import fc from "fast-check";
import { scanWords } from "../../../scan/secrets/scanWords";
import { vendors } from "../../../scan/secrets/tokens/findTokens";
import type { TokenFormat } from "../../../scan/secrets/tokens/tokenFormat";
import { isFillerToken } from "../../../scan/secrets/values/placeholder";

/** Some tokens of a format, the same each time, of which none happens to look counted. */
function drawn({ prefix, rest }: TokenFormat): string[] {
  // Look-aheads ask for a digit; what is drawn without them mostly has one.
  const plain = new RegExp(`^${rest.replaceAll(/\(\?=[^)]*\)/g, "")}$`);
  const asked = new RegExp(`^${rest}$`);
  return fc
    .sample(fc.stringMatching(plain, { size: "max" }), { seed: 7, numRuns: 40 })
    .filter((body) => asked.test(body) && !isFillerToken(body))
    .slice(0, 3)
    .map((body) => prefix + body);
}

function seen(text: string): string[] {
  return scanWords(text, { format: "text", name: undefined }).tokens.map(
    ({ detector, start, end }) => `${detector.id} ${start}-${end}`,
  );
}

for (const { vendor, source, formats } of vendors)
  describe(`A token of ${vendor} (${source})`, () => {
    for (const format of formats) {
      const tokens = drawn(format);

      it(`is known wherever a word may begin: ${format.id}, ${format.prefix}…`, () => {
        assert.ok(tokens.length > 0);
        for (const token of tokens)
          for (const [before, after] of [
            ["", ""],
            ['key: "', '"'],
            ["TOKEN=", "\n"],
            ["https://x:", "@host/"],
            ["a\\n", "\\n"],
          ] as const)
            assert.deepEqual(seen(before + token + after), [
              `${format.id} ${before.length}-${before.length + token.length}`,
            ]);
      });

      it(`is none in the middle of a word, or cut short: ${format.id}, ${format.prefix}…`, () => {
        for (const token of tokens) {
          assert.deepEqual(seen(`abc${token}`), []);
          assert.deepEqual(seen(token.slice(0, format.prefix.length + 3)), []);
        }
      });

      it(`is none where its random part is a filler: ${format.id}, ${format.prefix}…`, () => {
        for (const token of tokens) {
          const body = token.slice(format.prefix.length);
          assert.deepEqual(seen(format.prefix + body.replaceAll(/[A-Za-z0-9]/g, "x")), []);
        }
      });
    }
  });
