import assert from "node:assert/strict";
import { parseUrn } from "../../../../sandbox/account/plugin/urn";

describe("A URN", () => {
  it("names stack, type and logical name, whatever the parents are", () => {
    assert.deepEqual(
      parseUrn("urn:pulumi:dev::bakeline::awsx:ec2:Vpc$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::net-public-1"),
      {
        stack: "dev",
        token: "aws:ec2/subnet:Subnet",
        name: "net-public-1",
      },
    );
  });

  it("may have a name with colons and dollars", () => {
    assert.equal(parseUrn("urn:pulumi:dev::p::aws:sns/topic:Topic::a::b$c").name, "a::b$c");
  });

  it("is refused when it is none", () => {
    assert.throws(() => parseUrn("net"), {
      message: 'expected a URN, urn:pulumi:<stack>::<project>::<type>::<name>, got "net"',
    });
  });
});
