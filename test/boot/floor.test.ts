import assert from "node:assert/strict";
import type { Instance } from "./rig/instance";
import { sharedRig } from "./rig/sharedRig";

describe("an instance with empty user data", () => {
  let instance: Instance;

  before(async () => {
    const rig = sharedRig();
    instance = await rig.launch({
      image: rig.baseImage,
      tags: { Name: "floor", role: "web", environment: "dev" },
    });
    const { datasource, errors } = await instance.waitForCloudInit();
    assert.deepEqual({ datasource, errors }, { datasource: "DataSourceEc2Local", errors: [] });
  });

  after(() => instance.stop());

  it("is configured through IMDSv2 alone", () => {
    const requests = sharedRig().metadata.requestsOf(instance.id);
    assert.ok(requests.some(({ path, status }) => path.endsWith("/meta-data/instance-id") && status === 200));
    assert.deepEqual(
      requests.filter(({ version }) => version === "v1"),
      [],
    );
  });

  it("gets its address by DHCP and its id from the metadata service", async () => {
    const { stdout } = await instance.exec("ip -brief -4 address show ens5; cloud-init query instance_id");
    assert.match(
      stdout,
      new RegExp(`^ens5@\\S+ +UP +${instance.ip.replaceAll(".", "\\.")}/24 *\\n${instance.id}\\n$`),
    );
  });

  it("downloads neither packages nor objects", () => {
    const rig = sharedRig();
    assert.deepEqual(rig.packages.requestsOf(instance.ip), []);
    assert.deepEqual(rig.objectStore.requestsOf(instance.id), []);
  });

  it("tells where its boot time went, from the launch on without a gap up to cloud-init", async () => {
    const phases = await instance.bootPhases();
    const [setup, systemd] = phases;
    assert.deepEqual([setup?.name, setup?.startMs, systemd?.name], ["setup", 0, "systemd"]);
    assert.equal(setup?.endMs, systemd?.startMs);
    const stages = phases.map(({ name }) => name).filter((name) => !name.includes("/"));
    assert.deepEqual(stages.slice(2), ["init-local", "init-network", "modules-config", "modules-final"]);
    assert.ok(phases.every(({ startMs, endMs }) => endMs >= startMs));
  });

  it("is refused metadata without a token, and that is on record", async () => {
    const { stdout } = await instance.exec(
      "curl -s -o /dev/null -w '%{http_code}' http://169.254.169.254/latest/meta-data/instance-id",
    );
    assert.equal(stdout, "401");
    const refused = sharedRig()
      .metadata.requestsOf(instance.id)
      .filter(({ version }) => version === "v1");
    assert.deepEqual(
      refused.map(({ method, path, status }) => ({ method, path, status })),
      [{ method: "GET", path: "/latest/meta-data/instance-id", status: 401 }],
    );
  });

  it("reads its tags, and a spot notice from the moment it is given", async () => {
    const read = (path: string) =>
      instance.exec(`
      token=$(curl -sS -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token)
      curl -sS -w ' %{http_code}' -H "X-aws-ec2-metadata-token: $token" http://169.254.169.254/latest/meta-data/${path}`);
    assert.equal((await read("tags/instance/role")).stdout, "web 200");
    assert.equal((await read("tags/instance")).stdout, "Name\nrole\nenvironment 200");
    assert.equal((await read("spot/instance-action")).stdout, " 404");
    instance.record.spotInterruption = { action: "terminate", time: new Date("2026-01-02T03:04:05Z") };
    const notice = '{"action":"terminate","time":"2026-01-02T03:04:05Z"}';
    assert.equal((await read("spot/instance-action")).stdout, `${notice} 200`);
  });

  it("reaches the package mirrors through the proxy and nothing else by any way", async () => {
    const { stdout } = await instance.exec(`
      proxy=http://10.77.0.11:3142
      curl -s -o /dev/null -w '%{http_code}\\n' --proxy $proxy "$(sed -n 's/^deb .*\\] \\([^ ]*\\) \\([^ ]*\\) .*/\\1dists\\/\\2\\/InRelease/p' /etc/apt/sources.list | head -n 1)"
      curl -s -o /dev/null -w '%{http_code}\\n' --proxy $proxy http://example.com/
      curl -s -o /dev/null -w '%{http_code}\\n' --proxy $proxy http://192.0.2.2/
      curl -s -o /dev/null -w '%{http_connect}\\n' --proxy $proxy https://example.com/
      curl -s --max-time 1 http://192.0.2.2/; echo $?`);
    assert.equal(stdout, "200\n403\n403\n403\n28\n");
    const outcomes = sharedRig()
      .packages.requestsOf(instance.ip)
      .map(({ outcome }) => outcome);
    assert.deepEqual(outcomes.slice(0, 3), ["mirror", "refused", "refused"]);
  });
});
