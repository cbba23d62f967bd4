import assert from "node:assert/strict";
import { imageProblems } from "../../../infra/config/checks/images";
import { renderPath } from "../../../infra/config/configKeys";
import { parsePartialConfig } from "../../../infra/config/partialConfig";

const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/12345678-1234-1234-1234-123456789012`;
const problemsOf = (images: unknown) =>
  imageProblems(parsePartialConfig({ region: "eu-west-1", images }, [])).map(
    ({ path, expected }) => `${renderPath(path)}: ${expected}`,
  );

describe("settings of images that do not agree", () => {
  it("are a copy in the stack's own region, and sharing what AWS's own key encrypts", () => {
    assert.deepEqual(problemsOf({ copyRegions: ["eu-west-1"] }), [
      "bakeline:images.copyRegions[0]: a region other than aws:region (eu-west-1)",
    ]);
    assert.deepEqual(problemsOf({ shareWithAccounts: ["444455556666"] }), [
      "bakeline:images.shareWithAccounts: a key of eu-west-1 in images.keys beside it: what AWS's own key encrypts cannot be shared",
    ]);
  });

  it("are a key of another region, or for a region without images", () => {
    assert.deepEqual(problemsOf({ keys: { "eu-west-1": key("eu-central-1") } }), [
      "bakeline:images.keys.eu-west-1: a key of eu-west-1",
    ]);
    assert.deepEqual(problemsOf({ keys: { "eu-central-1": key("eu-central-1") } }), [
      "bakeline:images.keys.eu-central-1: one of eu-west-1, where images are",
    ]);
  });

  it("are a deprecation that comes after the deletion", () => {
    assert.deepEqual(
      problemsOf({ retire: { deprecateAfterDays: 90, deleteAfterDays: 90, keepAtLeast: 1 } }),
      ["bakeline:images.retire.deprecateAfterDays: fewer than deleteAfterDays (90)"],
    );
  });

  it("are none of what is shared with a key and copied elsewhere", () => {
    assert.deepEqual(
      problemsOf({
        copyRegions: ["eu-central-1"],
        shareWithAccounts: ["444455556666"],
        keys: { "eu-west-1": key("eu-west-1"), "eu-central-1": key("eu-central-1") },
        retire: { deprecateAfterDays: 30, deleteAfterDays: 90, keepAtLeast: 5 },
      }),
      [],
    );
  });
});
