import assert from "node:assert/strict";
import fc from "fast-check";
import { root } from "../../../build/compile";
import { planStackImages } from "../../../image/stackImages";
import type { Step } from "../../../infra/bakeline/step";
import { type ImagePlan, planImages } from "../../../infra/images/imagePlan";
import {
  componentVersionOf,
  findRevision,
  findUnrecorded,
  imageVersionOf,
  parseRevisions,
  type Revisions,
  recordedRevisions,
  recordRevisions,
} from "../../../infra/images/revision";

const place = {
  workload: "sessions",
  operatingSystem: "debian",
  tier: "full",
  imageParameter: "/aws/service/debian/release/12/latest/amd64",
  rootDeviceName: "/dev/xvda",
  bucket: "acme-bakeline-dev",
  region: "eu-west-1",
  domain: "amazonaws.com",
} as const;

const stepsOf = (packages: readonly string[], text: string): Step[] => [
  { kind: "packages", names: packages },
  { kind: "file", layer: "application", path: "/opt/sessions/text", content: { kind: "literal", text } },
];

/** A history of a workload: few values, so that contents come back. */
const history = fc.array(
  fc.tuple(fc.constantFrom(["nginx"], ["nginx", "jq"], ["curl"]), fc.constantFrom("a", "b", "c")),
  { minLength: 2, maxLength: 12 },
);

const numbersOf = (version: string) => version.split(".").map(Number);

/** -1, 0 or 1, as semantic versioning orders versions. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : Math.sign((a[at] ?? 0) - (b[at] ?? 0));
}

describe("the revisions of images", () => {
  it("rise strictly with each content that was not there before, and are the same exactly for the same content", () => {
    fc.assert(
      fc.property(history, (changes) => {
        let revisions: Revisions = {};
        const seen = new Map<string, Map<string, string>>();
        for (const [packages, text] of changes)
          for (const plan of planImages({ ...place, steps: stepsOf(packages, text) })) {
            revisions = recordRevisions(revisions, [plan]);
            const version = imageVersionOf(revisions, plan, { id: "ami-0123456789abcdef0", version: 7 });
            const before = seen.get(plan.name) ?? new Map<string, string>();
            const known = before.get(plan.digest);
            if (known !== undefined) assert.equal(version, known);
            else for (const other of before.values()) assert.equal(compareVersions(version, other), 1);
            seen.set(plan.name, before.set(plan.digest, version));
          }
      }),
      { numRuns: 50 },
    );
  });

  it("rise with the vendor's image too, below the number of the content", () => {
    const [plan] = planImages({ ...place, steps: stepsOf(["nginx"], "a") });
    assert.ok(plan !== undefined);
    const revisions = recordRevisions({}, [plan]);
    const vendor = { id: "ami-0123456789abcdef0", version: 7 };
    assert.equal(imageVersionOf(revisions, plan, vendor), "1.1.7");
    assert.equal(imageVersionOf(revisions, plan, { ...vendor, version: 8 }), "1.1.8");
    assert.equal(componentVersionOf(revisions, plan), "1.1.0");
  });

  it("are of the content and not of its place: one for dev and prod, for every bucket and region", () => {
    const steps = stepsOf(["nginx"], "a");
    const elsewhere = { bucket: "acme-bakeline-prod", region: "eu-central-1" };
    const digests = (plans: readonly ImagePlan[]) => plans.map(({ digest }) => digest);
    assert.deepEqual(
      digests(planImages({ ...place, ...elsewhere, steps })),
      digests(planImages({ ...place, steps })),
    );
    assert.notDeepEqual(
      digests(planImages({ ...place, rootDeviceName: "/dev/sda1", steps })),
      digests(planImages({ ...place, steps })),
    );
  });

  it("leave what is not recorded below 1, and say by which command it is", () => {
    const [plan] = planImages({ ...place, steps: stepsOf(["nginx"], "a") });
    assert.ok(plan !== undefined);
    assert.match(imageVersionOf({}, plan, { id: "ami-0123456789abcdef0", version: 7 }), /^0\.\d+\.\d+$/);
    assert.match(componentVersionOf({}, plan), /^0\.\d+\.\d+$/);
    assert.deepEqual(findUnrecorded({}, "dev", [plan]), [
      "image sessions-foundational of dev: its content has no revision, and so a version below 1; record it by npm run image -- record --stack dev",
    ]);
    assert.deepEqual(findUnrecorded(recordRevisions({}, [plan]), "dev", [plan]), []);
  });

  it("refuse a file that a merge left with one number twice", () => {
    const plans = ["a", "b"].flatMap((text) => planImages({ ...place, steps: stepsOf(["nginx"], text) }));
    const { "sessions-full": full = [] } = recordRevisions({}, plans);
    const merged = { "sessions-full": full.map((each) => ({ ...each, number: 1 })) };
    assert.throws(() => parseRevisions(JSON.stringify(merged)), /two branches recorded at once/);
  });

  for (const stack of ["dev", "prod"])
    it(`are recorded for every image of ${stack}: else npm run image -- record --stack ${stack}`, () => {
      const plans = planStackImages(root, stack);
      assert.ok(plans.length > 0);
      assert.deepEqual(
        plans.filter((plan) => findRevision(recordedRevisions, plan) === undefined).map(({ name }) => name),
        [],
      );
    });
});
