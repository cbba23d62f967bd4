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
      assert.equal(rootDeviceNameOf(imageParameter), device);
    });

  it("refuses an image it does not know, whose root volume it might leave unencrypted", () => {
    assert.throws(() => rootDeviceNameOf("/golden/web"), {
      message:
        'imageParameter: expected one that begins with /aws/service/ami-amazon-linux-latest/, /aws/service/canonical/ubuntu/, /aws/service/debian/, got "/golden/web"; choose one of these, or add the root device of its images to infra/compute/rootDevice.ts',
    });
  });
});
