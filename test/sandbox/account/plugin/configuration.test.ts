import assert from "node:assert/strict";
import { checkConfiguration, readConfiguration } from "../../../../sandbox/account/plugin/configuration";
import { UNKNOWN } from "../../../../sandbox/account/unknown";

describe("The provider's configuration", () => {
  it("has region and default tags, which the SDK sends as JSON", () => {
    const inputs = {
      region: "eu-west-1",
      defaultTags: '{"tags":{"Owner":"ops"}}',
      skipRegionValidation: "true",
      version: "7.48.0",
    };
    assert.deepEqual(checkConfiguration(inputs), []);
    assert.deepEqual(readConfiguration(inputs), { region: "eu-west-1", defaultTags: { Owner: "ops" } });
  });

  it("is refused without a region, with a setting that is not modelled, with one that is not declared", () => {
    assert.deepEqual(
      checkConfiguration({ profile: "me", regio: "eu-west-1" }).map(
        ({ property, reason }) => `${property}: ${reason}`,
      ),
      [
        'regio: aws.Provider of @pulumi/aws 7.48.0 declares no property "regio"; the nearest it declares is "region"',
        "profile: the simulated account does not model this setting of the provider; leave it out",
        "region: expected a region, got none; set aws:region or the provider's region",
      ],
    );
  });

  it("is refused with a region that AWS does not have, and not with one that is not known yet", () => {
    const refused = (region: string) => checkConfiguration({ region }).map(({ reason }) => reason);
    assert.match(refused("eu-wets-1")[0] ?? "", /^expected a region of AWS \(.+\), got "eu-wets-1"; /);
    assert.deepEqual([...refused("eusc-de-east-1"), ...refused("us-iso-east-1"), ...refused(UNKNOWN)], []);
  });
});
