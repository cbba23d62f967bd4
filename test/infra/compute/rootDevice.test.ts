import assert from "node:assert/strict";
import { rootDeviceNameOf } from "../../../infra/compute/rootDevice";

describe("rootDeviceNameOf", () => {
  const known = {
    "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64": "/dev/xvda",
    "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id": "/dev/sda1",
    "/aws/service/debian/release/12/latest/amd64": "/dev/xvda",
  };
  for (const [imageParameter, device] of Object.entries(known))
    it(`encrypts ${device} of ${imageParameter}`, () => {
      assert.equal(rootDeviceNameOf({ imageParameter }), device);
    });

  it("takes the stack file's word for an image of its own", () => {
    const settings = { imageParameter: "/golden/web", rootDeviceName: "/dev/sda1" };
    assert.equal(rootDeviceNameOf(settings), "/dev/sda1");
  });

  it("refuses an image it does not know, whose root volume it might leave unencrypted", () => {
    assert.throws(() => rootDeviceNameOf({ imageParameter: "/golden/web" }), {
      message: "/golden/web: expected rootDeviceName beside it, got nothing",
    });
  });
});
