import assert from "node:assert/strict";
import { recordEstate, recordStack, stackConfigOf } from "../recordEstate";
import { type RecordedEstate, valueAt } from "../recordedEstate";

describe("the images of an estate", () => {
  let prod: RecordedEstate;
  before(async () => {
    prod = await recordStack("prod");
  });

  it("are those that its tiers need, each built on the one below", () => {
    assert.deepEqual(
      prod
        .all("ImageRecipe")
        .map(({ name }) => name)
        .sort(),
      ["web-foundational", "web-full", "worker-foundational"],
    );
    assert.match(String(prod.named("ImageRecipe", "web-foundational").parentImage), /^ami-/);
    assert.match(
      String(prod.named("ImageRecipe", "web-full").parentImage),
      /:image\/prod-web-foundational\/\d+\.\d+\.\d+\/1$/,
    );
  });

  it("are encrypted, and built by a machine that speaks IMDSv2 only, in a private subnet without a way in", () => {
    for (const { inputs } of prod.all("ImageRecipe"))
      assert.deepEqual(inputs.blockDeviceMappings, [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" },
        },
      ]);
    const { instanceMetadataOptions, terminateInstanceOnFailure, securityGroupIds, logging } = prod.only(
      "InfrastructureConfiguration",
    );
    assert.deepEqual(instanceMetadataOptions, { httpTokens: "required", httpPutResponseHopLimit: 1 });
    assert.equal(terminateInstanceOnFailure, true);
    assert.deepEqual(logging, {
      s3Logs: { s3BucketName: "acme-bakeline-prod", s3KeyPrefix: "image-builder-logs" },
    });
    const into = prod
      .all("SecurityGroupIngressRule")
      .filter(({ inputs }) => inputs.securityGroupId === valueAt(securityGroupIds, 0));
    assert.deepEqual(into, []);
  });

  it("are tested before anything uses them", () => {
    for (const { inputs } of [...prod.all("Image"), ...prod.all("ImagePipeline")])
      assert.deepEqual(inputs.imageTestsConfiguration, { imageTestsEnabled: true, timeoutMinutes: 60 });
  });

  it("have documents in the bucket, where the request has no room for them", () => {
    for (const { name, inputs } of prod.all("Component")) {
      const workload = name.replace(/-(foundational|full)$/, "");
      assert.match(String(inputs.uri), new RegExp(`^s3://acme-bakeline-prod/${workload}/[0-9a-f]{64}$`));
    }
  });

  it("reach the fleet by a parameter of its stack, workload and tier", () => {
    const { name, dataType, insecureValue } = prod.named("Parameter", "web-full-ami");
    assert.deepEqual([name, dataType], ["/bakeline/prod/web/full/ami", "aws:ec2:image"]);
    assert.equal(prod.named("LaunchTemplate", "web").imageId, insecureValue);
  });

  it("are none under base, whose fleet runs the vendor's, with nothing to build it", async () => {
    const { workloads, ...config } = stackConfigOf("dev");
    const base = Object.entries(workloads).map(([name, own]) => [name, { ...own, tier: "base" as const }]);
    const estate = await recordEstate({
      stack: "dev",
      config: { ...config, workloads: Object.fromEntries(base) },
    });
    assert.deepEqual(
      estate.shape.filter((resource) =>
        /imagebuilder|ssm\/parameter:Parameter .*-ami$|image-builder/.test(resource),
      ),
      [],
    );
    assert.match(String(estate.named("LaunchTemplate", "web").imageId), /^ami-/);
  });

  it("change nothing but web's own images, objects and template when web's tier changes", async () => {
    const config = stackConfigOf("dev");
    const { web } = config.workloads;
    assert.ok(web !== undefined && web.tier === "foundational");
    const full = await recordEstate({
      stack: "dev",
      config: { ...config, workloads: { ...config.workloads, web: { ...web, tier: "full" } } },
    });
    const dev = await recordStack("dev");
    const added = full.shape.filter((resource) => !dev.shape.includes(resource));
    assert.deepEqual(
      added.map((resource) => resource.replace(/-[0-9a-f]{12}$/, "")),
      [
        "aws:imagebuilder/component:Component web-full",
        "aws:imagebuilder/distributionConfiguration:DistributionConfiguration web-full",
        "aws:imagebuilder/image:Image web-full",
        "aws:imagebuilder/imagePipeline:ImagePipeline web-full",
        "aws:imagebuilder/imageRecipe:ImageRecipe web-full",
        "aws:s3/bucketObjectv2:BucketObjectv2 web",
        "aws:ssm/parameter:Parameter web-full-ami",
        "bakeline:images:WorkloadImage web-full",
      ],
    );
    assert.deepEqual(
      dev.shape.filter((resource) => !full.shape.includes(resource)),
      ["aws:ssm/parameter:Parameter web-foundational-ami"],
    );
  });
});
