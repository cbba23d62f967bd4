import assert from "node:assert/strict";
import { whyUnreachable } from "../../../sandbox/engine/officialInstaller";

describe("the official installer's host", function () {
  this.timeout(20_000);
  // Never resolves: https://www.rfc-editor.org/rfc/rfc6761#section-6.4
  const host = "installer.invalid";

  it("is known to be out of reach when a direct connection fails", async () => {
    assert.equal(typeof (await whyUnreachable(host, {})), "string");
    assert.equal(typeof (await whyUnreachable(host, { HTTPS_PROXY: "" })), "string");
  });

  for (const name of ["HTTPS_PROXY", "https_proxy"]) {
    it(`is not tried directly when ${name} says how to get there`, async () => {
      assert.equal(await whyUnreachable(host, { [name]: "http://proxy.example:3128" }), undefined);
    });
  }
});
