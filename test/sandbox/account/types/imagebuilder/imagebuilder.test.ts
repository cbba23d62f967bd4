import assert from "node:assert/strict";
import type { Entry } from "../../../../../sandbox/account/accountView";
import { instanceProfile } from "../../../../../sandbox/account/types/iam/instanceProfile";
import { component } from "../../../../../sandbox/account/types/imagebuilder/component";
import { builtImage } from "../../../../../sandbox/account/types/imagebuilder/image";
import { imageRecipe } from "../../../../../sandbox/account/types/imagebuilder/imageRecipe";
import { infrastructureConfiguration } from "../../../../../sandbox/account/types/imagebuilder/infrastructureConfiguration";
import { bucket } from "../../../../../sandbox/account/types/s3/bucket";
import { failures, network, refuses, type Simulation, simulation } from "../simulation";

const arnOf = (resource: string) => new RegExp(`^arn:aws:imagebuilder:eu-west-1:\\d{12}:${resource}$`);

const document = { name: "web", platform: "Linux", version: "1.0.1", data: "name: web" };

function recipeOf(aws: Simulation, parentImage = "ami-0123456789abcdef0", version = "1.0.1"): Entry {
  const { id } = aws.create(component, { ...document, version });
  return aws.create(imageRecipe, { name: "web", version, parentImage, components: [{ componentArn: id }] });
}

function infrastructureOf(aws: Simulation): Entry {
  const profile = aws.create(instanceProfile, { name: "builder" });
  return aws.create(infrastructureConfiguration, { name: "web", instanceProfileName: profile.id });
}

describe("Image Builder", () => {
  it("has a component of a name and version once, and another version beside it", () => {
    const aws = simulation();
    const first = aws.create(component, document);
    assert.match(first.id, arnOf("component/web/1\\.0\\.1/1"));
    refuses(
      () => aws.create(component, document),
      "ResourceAlreadyExistsException",
      "Image Builder: CreateComponent",
      `The following resource already exists: '${first.id}'`,
    );
    aws.create(component, { ...document, version: "1.0.2" });
  });

  it("takes a document as text or from S3, as text of 16,000 characters", () => {
    assert.deepEqual(
      failures(component, { ...document, uri: "s3://b/k" }).map(({ property }) => property),
      ["uri"],
    );
    assert.deepEqual(
      failures(component, { ...document, data: "x".repeat(16_001) }).map(({ property }) => property),
      ["data"],
    );
    assert.deepEqual(failures(component, { ...document, version: "1.0" }), [
      { property: "version", reason: 'expected <major>.<minor>.<patch>, got "1.0"' },
    ]);
  });

  it("refuses a document that is not in the bucket", () => {
    const aws = simulation();
    aws.create(bucket, { bucket: "documents" });
    const { data, ...others } = document;
    refuses(
      () => aws.create(component, { ...others, uri: "s3://documents/web" }),
      "InvalidParameterValueException",
      "Image Builder: CreateComponent",
      "The value supplied for parameter 'uri' is not valid. The object does not exist.",
    );
    assert.equal(data, "name: web");
  });

  it("keeps a component that a recipe uses, and a recipe that an image is of", () => {
    const aws = simulation();
    const recipe = recipeOf(aws);
    const made = aws.create(component, { ...document, name: "other" });
    aws.remove(component, made);
    const image = aws.create(builtImage, {
      imageRecipeArn: recipe.id,
      infrastructureConfigurationArn: infrastructureOf(aws).id,
    });
    refuses(
      () => aws.remove(imageRecipe, recipe),
      "ResourceDependencyException",
      "Image Builder: DeleteImageRecipe",
      `Resource dependency error: The resource ARN '${recipe.id}' has other resources depended on it: ['${image.id}']`,
    );
    aws.remove(builtImage, image);
    aws.remove(imageRecipe, recipe);
  });

  it("counts the builds of a version, each with an AMI of its own", () => {
    const aws = simulation();
    const builds = {
      imageRecipeArn: recipeOf(aws).id,
      infrastructureConfigurationArn: infrastructureOf(aws).id,
    };
    const [first, second] = [aws.create(builtImage, builds), aws.create(builtImage, builds)];
    assert.match(first.id, arnOf("image/web/1\\.0\\.1/1"));
    assert.match(second.id, arnOf("image/web/1\\.0\\.1/2"));
    assert.notDeepEqual(first.properties.outputResources, second.properties.outputResources);
  });

  it("builds on an image that is there", () => {
    const aws = simulation();
    const missing = "arn:aws:imagebuilder:eu-west-1:111122223333:image/base/1.0.0/1";
    refuses(
      () => recipeOf(aws, missing),
      "ResourceNotFoundException",
      "Image Builder: CreateImageRecipe",
      `The resource ${missing} does not exist`,
    );
  });

  it("needs security groups for a subnet, and an instance profile that exists", () => {
    const aws = simulation();
    const profile = aws.create(instanceProfile, { name: "builder" });
    const operation = "Image Builder: CreateInfrastructureConfiguration";
    refuses(
      () =>
        aws.create(infrastructureConfiguration, {
          name: "web",
          instanceProfileName: profile.id,
          subnetId: network(aws).subnetIds[0],
        }),
      "InvalidParameterCombinationException",
      operation,
      "A subnet needs security groups beside it.",
    );
    refuses(
      () => aws.create(infrastructureConfiguration, { name: "web", instanceProfileName: "none" }),
      "InvalidParameterValueException",
      operation,
      "The value supplied for parameter 'instanceProfileName' is not valid. The provided instance profile does not exist. (none)",
    );
  });
});
