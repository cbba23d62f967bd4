import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../build/compile";
import {
  type Deployments,
  noteDeployments,
  parseRunning,
  planPromotion,
  planRollback,
} from "../../image/deployments";
import { withImageId } from "../../image/stackFile";

const [first, second] = ["ami-00000000000000001", "ami-00000000000000002"] as const;
const [one, two] = ["aa".repeat(32), "bb".repeat(32)];

const note = (before: Deployments, stack: string, imageId: string, digest?: string) =>
  noteDeployments(before, stack, { web: imageId }, { web: digest });

describe("noted images", () => {
  it("are what a stack's outputs say", () => {
    assert.deepEqual(parseRunning(JSON.stringify({ workloads: { web: { imageId: first, other: 1 } } })), {
      web: first,
    });
    assert.throws(() => parseRunning("{}"), /run `up` first/);
  });

  it("are noted when they change, and keep the content that they were of", () => {
    const noted = [first, first, second].reduce<Deployments>(
      (before, imageId) => note(before, "dev", imageId, imageId === first ? one : two),
      {},
    );
    assert.deepEqual(noted, {
      dev: {
        web: [
          { imageId: first, digest: one },
          { imageId: second, digest: two },
        ],
      },
    });
    assert.deepEqual(note(noted, "prod", first).prod, { web: [{ imageId: first, digest: one }] });
  });

  it("are promoted where both stacks ask for one content, and only there", () => {
    const noted = note({}, "dev", first, one);
    const promotion = { from: "dev", workload: "web" };
    assert.equal(planPromotion(noted, { ...promotion, wanted: one }), first);
    assert.throws(() => planPromotion(noted, { ...promotion, wanted: two }), /of another content/);
    assert.throws(() => planPromotion(noted, { ...promotion, wanted: undefined }), /of another content/);
    assert.throws(() => planPromotion({}, { ...promotion, wanted: one }), /no image of dev is noted/);
  });

  it("are gone back to, once there are two", () => {
    const noted = note(note({}, "prod", first, one), "prod", second, two);
    assert.equal(planRollback(noted, "prod", "web"), first);
    assert.throws(() => planRollback(note({}, "prod", first), "prod", "web"), /expected two noted images/);
  });
});

describe("a stack file in which a workload runs an AMI", () => {
  for (const stack of ["dev", "prod"])
    it(`differs from ${stack}'s in one line, and in its value alone the next time`, () => {
      const text = readFileSync(path.join(root, `Pulumi.${stack}.yaml`), "utf8");
      const pinned = withImageId(text, "web", first);
      const added = pinned.split("\n").filter((line) => !text.split("\n").includes(line));
      assert.deepEqual(added, [`      imageId: ${first}`]);
      assert.equal(pinned.replace(`imageId: ${first}\n      `, ""), text);
      assert.equal(withImageId(pinned, "web", second), pinned.replace(first, second));
    });

  it("is refused for a workload that it does not have", () => {
    assert.throws(
      () => withImageId("config:\n  bakeline:workloads: {}\n", "web", first),
      /expected its settings/,
    );
  });
});
