import assert from "node:assert/strict";
import { invoke } from "../../../../sandbox/account/provider";

const ireland = { accountId: "111122223333", region: "eu-west-1", partition: "aws" };
const AL2023 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

describe("Data sources of the simulated account", () => {
  it("know the zones of the region, with their ids", () => {
    assert.deepEqual(
      invoke("aws:index/getAvailabilityZones:getAvailabilityZones", { state: "available" }, ireland),
      {
        failures: [],
        result: {
          state: "available",
          groupNames: ["eu-west-1"],
          id: "eu-west-1",
          names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
          region: "eu-west-1",
          zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"],
        },
      },
    );
  });

  it("refuse a search for zones that they do not model", () => {
    assert.throws(
      () =>
        invoke(
          "aws:index/getAvailabilityZones:getAvailabilityZones",
          { allAvailabilityZones: true },
          ireland,
        ),
      /knows the arguments region, state, got allAvailabilityZones/,
    );
  });

  it("know account, partition and region", () => {
    assert.equal(
      invoke("aws:index/getCallerIdentity:getCallerIdentity", {}, ireland).result.accountId,
      "111122223333",
    );
    assert.equal(
      invoke("aws:index/getPartition:getPartition", {}, ireland).result.dnsSuffix,
      "amazonaws.com",
    );
    assert.equal(invoke("aws:index/getRegion:getRegion", {}, ireland).result.description, "Europe (Ireland)");
  });

  it("resolve a public AMI parameter to the same image every time, another one in each region", () => {
    const resolve = (region: string) =>
      invoke("aws:ssm/getParameter:getParameter", { name: AL2023 }, { ...ireland, region }).result.value;
    assert.match(String(resolve("eu-west-1")), /^ami-[0-9a-f]{17}$/);
    assert.equal(resolve("eu-west-1"), resolve("eu-west-1"));
    assert.notEqual(resolve("eu-west-1"), resolve("us-east-1"));
  });

  it("do not find a parameter that nobody made", () => {
    assert.throws(() => invoke("aws:ssm/getParameter:getParameter", { name: "/app/secret" }, ireland), {
      name: "AwsError",
      code: "ParameterNotFound",
    });
  });

  it("hold arguments against the SDK's declarations", () => {
    assert.deepEqual(invoke("aws:ssm/getParameter:getParameter", { nam: AL2023 }, ireland).failures, [
      {
        property: "nam",
        reason:
          'aws:ssm/getParameter:getParameter declares no property "nam"; the nearest it declares is "name"',
      },
      {
        property: "name",
        reason: "expected a value, got none; aws:ssm/getParameter:getParameter requires it",
      },
    ]);
  });

  it("are an error that says where to add one, when they are not modelled", () => {
    assert.throws(() => invoke("aws:ec2/getAmi:getAmi", {}, ireland), {
      message:
        "the simulated account does not know the data source aws:ec2/getAmi:getAmi: " +
        "model it in sandbox/account/functions/, list it in functions/index.ts, then run npm run schema",
    });
  });
});
