import assert from "node:assert/strict";
import { corpus, secondCorpus } from "../corpus/corpus";
import { scored } from "../corpus/scored";

describe("the corpus of planted secrets and look-alikes", () => {
  it("is as large as it claims, and has as much to tune with as to measure by", () => {
    const planted = corpus.reduce((sum, { secrets }) => sum + secrets.length, 0);
    const lookAlikes = corpus.filter(({ secrets }) => secrets.length === 0).length;
    const heldOut = corpus.filter(({ split }) => split === "heldOut").length / corpus.length;
    assert.ok(planted >= 500, `${planted} planted`);
    assert.ok(lookAlikes >= 500, `${lookAlikes} look-alikes`);
    assert.ok(heldOut > 0.4 && heldOut < 0.6, `${heldOut} held out`);
  });

  for (const sample of corpus.filter(({ split }) => split === "tuning"))
    it(`is read as it was written: ${sample.id} (${sample.format})`, () => {
      assert.deepEqual(scored(sample), { missed: [], wrong: [] });
    });

  for (const sample of secondCorpus)
    it(`is read as it was written: ${sample.id} (${sample.format})`, () => {
      assert.deepEqual(scored(sample), { missed: [], wrong: [] });
    });

  it("is found and passed over in the half that nobody tuned with, too", () => {
    const results = corpus.filter(({ split }) => split === "heldOut").map(scored);
    const count = (of: (result: (typeof results)[number]) => readonly unknown[]) =>
      results.reduce((sum, result) => sum + of(result).length, 0);
    assert.ok(count(({ missed }) => missed) <= 6, `${count(({ missed }) => missed)} missed`);
    assert.ok(count(({ wrong }) => wrong) <= 6, `${count(({ wrong }) => wrong)} wrong`);
  });
});
