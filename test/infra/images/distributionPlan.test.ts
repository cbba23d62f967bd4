import assert from "node:assert/strict";
import type { ImagesConfig } from "../../../infra/config/sections/images";
import { planDistribution } from "../../../infra/images/distributionPlan";

const none: ImagesConfig = { schedules: {}, scan: false, copyRegions: [], shareWithAccounts: [], keys: {} };
const place = { region: "eu-west-1", name: "prod-web-full" };
const name = "prod-web-full {{ imagebuilder:buildDate }}";
const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/12345678-1234-1234-1234-123456789012`;

describe("planDistribution", () => {
  it("leaves an image in its region, by default", () => {
    assert.deepEqual(planDistribution({ ...place, config: none }), [
      { region: "eu-west-1", amiDistributionConfiguration: { name } },
    ]);
  });

  it("copies it, encrypts it by each region's key, and shares it in every region", () => {
    const config = {
      ...none,
      copyRegions: ["eu-central-1"],
      shareWithAccounts: ["444455556666"],
      keys: { "eu-west-1": key("eu-west-1"), "eu-central-1": key("eu-central-1") },
    };
    assert.deepEqual(
      planDistribution({ ...place, config }),
      ["eu-west-1", "eu-central-1"].map((region) => ({
        region,
        amiDistributionConfiguration: {
          name,
          kmsKeyId: key(region),
          launchPermission: { userIds: ["444455556666"] },
        },
      })),
    );
  });
});
