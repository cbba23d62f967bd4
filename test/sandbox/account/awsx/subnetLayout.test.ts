import assert from "node:assert/strict";
import fc from "fast-check";
import { endOf, parseBlock } from "../../../../sandbox/account/awsx/ipv4";
import { defaultSpecs, layOutSubnets, type SubnetSpec } from "../../../../sandbox/account/awsx/subnetLayout";

const zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `eu-west-1${letter}`);

/** Specs that fit: each a quarter of a zone at most, three of them. */
const estates = fc
  .record({ prefix: fc.integer({ min: 16, max: 20 }), zoneCount: fc.integer({ min: 1, max: 6 }) })
  .chain(({ prefix, zoneCount }) => {
    const zonePrefix = prefix + Math.ceil(Math.log2(zoneCount));
    const spec = (type: SubnetSpec["type"]) =>
      fc.integer({ min: zonePrefix + 2, max: 28 }).map((cidrMask): SubnetSpec => ({ type, cidrMask }));
    return fc.record({
      vpcName: fc.constant("net"),
      cidrBlock: fc.constant(`10.0.0.0/${prefix}`),
      availabilityZones: fc.constant(zones.slice(0, zoneCount)),
      specs: fc.tuple(spec("Private"), spec("Public"), spec("Isolated")),
    });
  });

describe("The subnet layout Auto", () => {
  it("makes one subnet per spec and zone, of the size asked for, named by type and zone number", () => {
    fc.assert(
      fc.property(estates, (estate) => {
        const expected = estate.availabilityZones.flatMap((_, index) =>
          estate.specs.map(({ type, cidrMask }) => `net-${type.toLowerCase()}-${index + 1} /${cidrMask}`),
        );
        const subnets = layOutSubnets(estate).map(
          ({ name, cidrBlock }) => `${name} /${cidrBlock.split("/")[1]}`,
        );
        assert.deepEqual(subnets, expected);
      }),
    );
  });

  it("keeps every subnet inside the VPC and apart from every other", () => {
    fc.assert(
      fc.property(estates, (estate) => {
        const vpc = parseBlock(estate.cidrBlock);
        const blocks = layOutSubnets(estate).map(({ cidrBlock }) => parseBlock(cidrBlock));
        blocks.sort((one, other) => one.first - other.first);
        let end = vpc.first;
        for (const block of blocks) {
          assert.ok(block.first >= end);
          end = endOf(block);
        }
        assert.ok(end <= endOf(vpc));
      }),
    );
  });

  it("moves no subnet when a zone is added within the same power of two", () => {
    const layOut = (count: number) =>
      layOutSubnets({
        vpcName: "net",
        cidrBlock: "10.0.0.0/16",
        availabilityZones: zones.slice(0, count),
        specs: [{ type: "Private" }, { type: "Public" }],
      });
    assert.deepEqual(layOut(4).slice(0, 6), layOut(3));
  });

  it("is what awsx documents: /19, /20 and /24 in each of three zones of a /16", () => {
    const subnets = layOutSubnets({
      vpcName: "net",
      cidrBlock: "10.20.0.0/16",
      availabilityZones: zones.slice(0, 3),
      specs: [
        { type: "Private", cidrMask: 19 },
        { type: "Public", cidrMask: 20 },
        { type: "Isolated", cidrMask: 24, name: "data" },
      ],
    });
    assert.deepEqual(
      subnets.map(({ name, cidrBlock }) => `${name} ${cidrBlock}`),
      [
        "net-private-1 10.20.0.0/19",
        "net-public-1 10.20.32.0/20",
        "net-data-1 10.20.48.0/24",
        "net-private-2 10.20.64.0/19",
        "net-public-2 10.20.96.0/20",
        "net-data-2 10.20.112.0/24",
        "net-private-3 10.20.128.0/19",
        "net-public-3 10.20.160.0/20",
        "net-data-3 10.20.176.0/24",
      ],
    );
  });

  it("leaves a gap where a larger subnet follows a smaller one", () => {
    const subnets = layOutSubnets({
      vpcName: "net",
      cidrBlock: "10.0.0.0/16",
      availabilityZones: ["eu-west-1a"],
      specs: [
        { type: "Isolated", cidrMask: 24 },
        { type: "Private", cidrMask: 18 },
      ],
    });
    assert.deepEqual(
      subnets.map(({ cidrBlock }) => cidrBlock),
      ["10.0.0.0/24", "10.0.64.0/18"],
    );
  });

  it("refuses subnets that do not fit their zone, by name", () => {
    assert.throws(
      () =>
        layOutSubnets({
          vpcName: "net",
          cidrBlock: "10.0.0.0/20",
          availabilityZones: zones.slice(0, 2),
          specs: [
            { type: "Private", cidrMask: 21 },
            { type: "Public", cidrMask: 24 },
          ],
        }),
      {
        message:
          "subnetSpecs: net-public-1 (10.0.8.0/24) does not fit its zone's 10.0.0.0/21 of 10.0.0.0/20; " +
          "enlarge cidrBlock, raise cidrMask, or use fewer zones",
      },
    );
  });

  it("halves and quarters each zone when the program says nothing, down to /26", () => {
    assert.deepEqual(defaultSpecs("10.0.0.0/16", 3, undefined), [
      { type: "Private", cidrMask: 19 },
      { type: "Public", cidrMask: 20 },
    ]);
    assert.throws(
      () => defaultSpecs("10.0.0.0/25", 4, undefined),
      /expected room for a \/26 in each of 4 zones/,
    );
  });

  for (const cidr of ["10.0.0.0", "10.0.0.1/16", "10.0.256.0/24", "10.0.0.0/33", "x"])
    it(`refuses ${cidr} for a block`, () => {
      assert.throws(() => parseBlock(cidr), /cidrBlock: expected an IPv4 block such as 10\.0\.0\.0\/16/);
    });
});
