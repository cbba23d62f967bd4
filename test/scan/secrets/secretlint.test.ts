import assert from "node:assert/strict";
import { findBySecretlint, marksOfRules } from "../../../scan/secrets/detectors/secretlint";
import { scanWords } from "../../../scan/secrets/scanWords";
import { corpus } from "../corpus/corpus";
import { scored } from "../corpus/scored";

describe("secretlint's rules", () => {
  const all = new Set(marksOfRules);

  it("find all that they would find if each were asked about every text", () => {
    for (const { format, text } of corpus) {
      const { marks } = scanWords(text, { format, name: undefined });
      assert.deepEqual(findBySecretlint(text, marks), findBySecretlint(text, all));
    }
  });

  it("know of no planted secret that we miss", () => {
    for (const sample of corpus.filter(({ secrets }) => secrets.length > 0)) {
      const { missed } = scored(sample);
      const theirs = findBySecretlint(sample.text, all);
      const onlyTheirs = missed.filter((at) => theirs.some(({ start, end }) => at >= start && at < end));
      assert.deepEqual(onlyTheirs, [], sample.id);
    }
  });

  it("are at work: there is something that they find", () => {
    const found = corpus.flatMap(({ text }) => findBySecretlint(text, all));
    assert.ok(found.length > 50);
    assert.deepEqual(findBySecretlint("# nothing here\n", all), []);
  });
});
