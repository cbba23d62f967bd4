import assert from "node:assert/strict";
import { inUseTag, planRules } from "../../../infra/images/retirement";
import type { Entry } from "../../../sandbox/account/accountView";
import { tag } from "../../../sandbox/account/types/ec2/tag";
import { instanceProfile } from "../../../sandbox/account/types/iam/instanceProfile";
import { component } from "../../../sandbox/account/types/imagebuilder/component";
import { amisOf, findRetired } from "../../../sandbox/account/types/imagebuilder/findRetired";
import { builtImage } from "../../../sandbox/account/types/imagebuilder/image";
import { imageRecipe } from "../../../sandbox/account/types/imagebuilder/imageRecipe";
import { infrastructureConfiguration } from "../../../sandbox/account/types/imagebuilder/infrastructureConfiguration";
import { lifecyclePolicy } from "../../../sandbox/account/types/imagebuilder/lifecyclePolicy";
import { type Simulation, simulation } from "../../sandbox/account/types/simulation";
import { recordEstate, recordStack, stackConfigOf } from "../recordEstate";

const retire = { deprecateAfterDays: 30, deleteAfterDays: 90, keepAtLeast: 2 };
const key = inUseTag("prod", "web");

/** Builds of one recipe, as a schedule makes them, and the policy that retires them. */
function builds(aws: Simulation, count: number): { images: readonly Entry[]; policy: Entry } {
  const { id: componentArn } = aws.create(component, {
    name: "web",
    platform: "Linux",
    version: "1.1.0",
    data: "x",
  });
  const recipe = aws.create(imageRecipe, {
    name: "web",
    version: "1.1.7",
    parentImage: "ami-0123456789abcdef0",
    components: [{ componentArn }],
  });
  const profile = aws.create(instanceProfile, { name: "builder" });
  const { id: infrastructureConfigurationArn } = aws.create(infrastructureConfiguration, {
    name: "web",
    instanceProfileName: profile.id,
  });
  const images = Array.from({ length: count }, () =>
    aws.create(builtImage, {
      imageRecipeArn: recipe.id,
      infrastructureConfigurationArn,
      tags: { Name: "web-full" },
    }),
  );
  const policy = aws.create(lifecyclePolicy, {
    name: "web",
    executionRole: "arn:aws:iam::111122223333:role/lifecycle",
    resourceType: "AMI_IMAGE",
    policyDetails: JSON.parse(JSON.stringify(planRules(retire, [key]))),
    resourceSelection: { tagMap: { Name: "web-full" } },
  });
  return { images, policy };
}

const later = (image: Entry | undefined, days: number) =>
  new Date(Date.parse(String(image?.properties.dateCreated)) + days * 86_400_000 + 60_000);

describe("the retirement of images", () => {
  it("deletes what is old, and keeps the newest", () => {
    const aws = simulation();
    const { images, policy } = builds(aws, 5);
    assert.deepEqual(findRetired(aws.account, policy.properties, later(images[0], 89)), []);
    assert.equal(findRetired(aws.account, policy.properties, later(images[0], 91)).length, 3);
  });

  it("never deletes the one that a fleet runs, however old, through a promotion and a rollback", () => {
    const aws = simulation();
    const { images, policy } = builds(aws, 5);
    const [first, second] = images;
    assert.ok(first !== undefined && second !== undefined);
    const use = (image: Entry) => aws.create(tag, { resourceId: amisOf(image)[0] ?? "", key, value: "true" });
    const retired = () => findRetired(aws.account, policy.properties, later(first, 1000)).map(({ id }) => id);

    const before = retired();
    const chosen = images.filter(({ id }) => before.includes(id));
    const [one, other] = chosen;
    assert.ok(one !== undefined && other !== undefined && chosen.length === 3);
    const running = use(one);
    assert.deepEqual(retired().includes(one.id), false);
    // A promotion marks the new one before it forgets the old, and a rollback the old before the new.
    const promoted = use(other);
    assert.deepEqual([retired().includes(one.id), retired().includes(other.id)], [false, false]);
    aws.remove(tag, running);
    assert.deepEqual([retired().includes(one.id), retired().includes(other.id)], [true, false]);
    use(one);
    aws.remove(tag, promoted);
    assert.deepEqual([retired().includes(one.id), retired().includes(other.id)], [false, true]);
  });

  it("is prod's: the AMI that each fleet runs has the tag that every policy leaves alone", async () => {
    const prod = await recordStack("prod");
    const policies = prod.all("LifecyclePolicy").map(({ name }) => name);
    assert.deepEqual(policies.sort(), [
      "retirement-web-foundational",
      "retirement-web-full",
      "retirement-worker-foundational",
    ]);
    const { resourceId } = prod.named("Tag", "web-in-use");
    assert.equal(resourceId, prod.named("LaunchTemplate", "web").imageId);
    assert.equal(prod.named("Tag", "web-in-use").key, "bakeline:in-use-by-prod-web");
  });

  it("is none where settings name none", async () => {
    const { retire: none, ...images } = stackConfigOf("dev").images;
    assert.equal(none, undefined);
    const dev = await recordEstate({ stack: "dev", config: { ...stackConfigOf("dev"), images } });
    assert.deepEqual([dev.all("LifecyclePolicy"), dev.all("Tag")], [[], []]);
  });
});
