import assert from "node:assert/strict";
import { encryptionByDefault } from "../../../../../sandbox/account/types/ebs/encryptionByDefault";
import { volume } from "../../../../../sandbox/account/types/ebs/volume";
import type { Properties } from "../../../../../sandbox/account/values";
import { failures, refuses, type Simulation, simulation } from "../simulation";

const gp3: Properties = { availabilityZone: "eu-west-1a", size: 20, type: "gp3" };

const wrong: readonly { change: Properties; property: string; reason: string }[] = [
  { change: { type: "io2" }, property: "iops", reason: 'must be set when type is "io2"' },
  { change: { type: "st1", iops: 500 }, property: "iops", reason: 'must not be set when type is "st1"' },
  {
    change: { type: "gp2", throughput: 125 },
    property: "throughput",
    reason: 'must not be set when type is "gp2"',
  },
  { change: { throughput: 1001 }, property: "throughput", reason: "expected 125 to 1000 MiB/s, got 1001" },
];

describe("EBS of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });

  it("gives a gp3 volume its 3,000 IOPS and 125 MiB/s", () => {
    const { properties } = aws.create(volume, gp3);
    assert.equal(properties.iops, 3000);
    assert.equal(properties.throughput, 125);
    assert.equal(properties.encrypted, false);
    assert.equal(properties.kmsKeyId, "");
  });

  it("encrypts with the account's own key once the region encrypts by default", () => {
    aws.create(encryptionByDefault, { enabled: true, region: "eu-west-1" });
    const { properties } = aws.create(volume, gp3);
    assert.equal(properties.encrypted, true);
    assert.equal(properties.kmsKeyId, "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs");
  });

  it("refuses a zone of another region, with InvalidZone.NotFound", () => {
    refuses(
      () => aws.create(volume, { ...gp3, availabilityZone: "eu-west-1z" }),
      "InvalidZone.NotFound",
      "EC2: CreateVolume",
      "The zone 'eu-west-1z' does not exist.",
    );
  });

  it("grows a volume and never shrinks it, with InvalidParameterValue", () => {
    const entry = aws.create(volume, gp3);
    assert.equal(aws.update(volume, entry, { ...gp3, size: 30 }).properties.size, 30);
    refuses(
      () => aws.update(volume, entry, { ...gp3, size: 10 }),
      "InvalidParameterValue",
      "EC2: ModifyVolume",
      `New size cannot be smaller than existing size: ${entry.id} has 20 GiB, got 10`,
    );
  });

  for (const { change, property, reason } of wrong)
    it(`is not asked for a volume with ${JSON.stringify(change)}`, () => {
      assert.deepEqual(failures(volume, { ...gp3, ...change }), [{ property, reason }]);
    });
});
