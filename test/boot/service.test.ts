import assert from "node:assert/strict";
import type { Image } from "./rig/image";
import type { Instance } from "./rig/instance";
import { sharedRig } from "./rig/sharedRig";

const health = { port: 8080, path: "/health" };

const runtimeDocument = `
name: runtime
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: InstallNode
        action: ExecuteBash
        inputs:
          commands:
            - set -eu
            - apt-get update -qq
            - DEBIAN_FRONTEND=noninteractive apt-get install -qq -y nodejs
            - rm -rf /var/lib/apt/lists/*
  - name: validate
    steps:
      - name: NodeStarts
        action: ExecuteBash
        inputs:
          commands:
            - node --version
`;

/** A service that answers with its instance's id, as user data in MIME parts: its files, then its start. */
const userData = `Content-Type: multipart/mixed; boundary="parts"
MIME-Version: 1.0

--parts
Content-Type: text/cloud-config; charset="utf-8"

#cloud-config
write_files:
  - path: /opt/service.js
    content: |
      const body = JSON.stringify({ ok: true, instanceId: process.env.INSTANCE_ID });
      require("node:http").createServer((_, response) => response.end(body)).listen(8080);
  - path: /etc/systemd/system/service.service
    content: |
      [Service]
      EnvironmentFile=/etc/service
      ExecStart=/usr/bin/node /opt/service.js
      [Install]
      WantedBy=multi-user.target
--parts
Content-Type: text/x-shellscript; charset="utf-8"

#!/bin/bash
set -eu
echo once >>/var/log/starts
echo "INSTANCE_ID=$(cloud-init query instance_id)" >/etc/service
systemctl enable --now service
--parts--
`;

describe("a service started by user data", () => {
  let image: Image;
  let instance: Instance;

  before(async function () {
    this.timeout(300_000);
    const rig = sharedRig();
    image = await rig.bake({ name: "runtime", parent: rig.baseImage, documents: [runtimeDocument] });
    instance = await rig.launch({ image, userData, tags: { Name: "service" } });
  });

  after(() => instance.stop());

  it("is healthy when its answer carries the instance's own id, and downloads nothing that was baked", async () => {
    const { body, readyMs } = await instance.waitForHealth(health);
    assert.deepEqual(JSON.parse(body), { ok: true, instanceId: instance.id });
    assert.ok(readyMs > 0);
    assert.deepEqual((await instance.waitForCloudInit()).errors, []);
    assert.deepEqual(sharedRig().packages.requestsOf(instance.ip), []);
  });

  it("is healthy again after a reboot, without its user data having run a second time", async () => {
    await instance.reboot();
    await instance.waitForHealth(health);
    await instance.waitForCloudInit();
    assert.equal((await instance.exec("cat /var/log/starts")).stdout, "once\n");
    assert.equal(instance.boots, 2);
  });

  it("is healthy again after a power loss", async () => {
    await instance.loseAndRegainPower();
    await instance.waitForHealth(health);
    await instance.waitForCloudInit();
    assert.equal(instance.boots, 3);
  });

  it("leaves its logs behind when the instance is stopped", async () => {
    const other = await sharedRig().launch({ image, userData: "#!/bin/sh\necho said by the script\n" });
    await other.waitForCloudInit();
    await other.stop();
    assert.match(other.logs().cloudInitOutput, /^said by the script$/m);
    await assert.rejects(other.exec("true"), /does not run/);
  });
});

describe("waiting for a service that never starts", () => {
  it("ends with what the guest's logs said last", async () => {
    const rig = sharedRig();
    const script = "#!/bin/sh\necho cannot start\nexit 3\n";
    const instance = await rig.launch({ image: rig.baseImage, userData: script });
    try {
      const { errors } = await instance.waitForCloudInit();
      assert.equal(errors.length, 1);
      await assert.rejects(
        instance.waitForHealth({ ...health, timeoutMs: 500 }),
        /health check \/health on port 8080: .*ECONNREFUSED.*cannot start/s,
      );
    } finally {
      await instance.stop();
    }
  });
});
