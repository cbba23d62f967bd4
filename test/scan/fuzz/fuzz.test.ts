import assert from "node:assert/strict";
import { adversarial } from "../../../bench/scan/adversarial";
import { generate } from "./generate";
import { Random } from "./random";
import { tryInput } from "./tryInput";

describe("hostile inputs", () => {
  it("are read and judged to an end, whatever they are made of", () => {
    // A sample of what `npm run fuzz` tries; from a number that it names, it can be made again.
    for (let number = 0; number < 1000; number++)
      assert.equal(tryInput(generate(new Random(number))), undefined, `input ${number}`);
  }).timeout(60_000);

  for (const [name, make] of Object.entries(adversarial))
    it(`are read to an end: ${name}`, () => assert.equal(tryInput(make(20_000)), undefined)).timeout(60_000);
});
