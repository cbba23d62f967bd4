import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { ScratchCopy } from "../review/scratchCopy";

const entrySchema = z.looseObject({
  token: z.string(),
  id: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
type Entry = z.output<typeof entrySchema>;

/** The interfaces that prod's hosts are known by. */
const identities = [
  "broker",
  "gateway-1",
  "gateway-2",
  "license-server",
  "scheduler",
  "scheduler-management",
];

describe("the identity of prod's hosts, on the real engine", function () {
  this.timeout(240_000);
  let copy: ScratchCopy;
  before(() => {
    copy = new ScratchCopy();
  });
  after(() => copy.remove());

  function up(): void {
    const args = ["build/run.js", "sandbox/cli.ts", "up", "--stack", "prod", "--yes", "--skip-preview"];
    const run = spawnSync(process.execPath, [...args, "--non-interactive"], {
      cwd: copy.folder,
      encoding: "utf8",
    });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  }

  function ledger(): Entry[] {
    const folder = path.join(copy.folder, ".sandbox", "ledger", "prod");
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .map((file) => entrySchema.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8"))));
  }

  /** By name: the id and the given properties of all entries of a type that have a name of the list. */
  function facts(
    type: string,
    names: readonly string[],
    properties: readonly string[],
  ): Record<string, Readonly<Record<string, unknown>>> {
    return Object.fromEntries(
      ledger()
        .filter(({ token }) => token.endsWith(`:${type}`))
        .map(({ id, properties: all }) => {
          const tags = z.looseObject({ Name: z.string().optional() }).parse(all.tags ?? {});
          return [
            tags.Name ?? "",
            { id, ...Object.fromEntries(properties.map((name) => [name, all[name]])) },
          ] as const;
        })
        .filter(([name]) => names.includes(name))
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  }

  const interfaces = () =>
    facts("NetworkInterface", identities, ["macAddress", "privateIp", "privateIps", "sourceDestCheck"]);
  const elasticIps = () => facts("Eip", ["broker-1"], ["publicIp", "privateIp", "networkInterface"]);
  const instances = () => facts("Instance", ["scheduler"], ["instanceType", "privateIp"]);
  const templates = () =>
    facts("LaunchTemplate", ["broker", "gateway-1", "gateway-2", "license-server"], ["latestVersion"]);

  it("outlives the replacement of every instance: MAC, private and Elastic IPs stay", () => {
    up();
    const before = { interfaces: interfaces(), elasticIps: elasticIps() };
    const replaced = { instances: instances(), templates: templates() };
    assert.deepEqual(Object.keys(before.interfaces), identities);
    assert.equal(Object.keys(before.elasticIps).length, 1);

    // Another image for each host: a launch template's next version, and another instance where there is no group.
    const file = path.join(copy.folder, "Pulumi.prod.yaml");
    const [workloads = "", hosts = ""] = readFileSync(file, "utf8").split("  bakeline:hosts:\n");
    const moved = hosts.replaceAll("al2023-ami-kernel-default-x86_64", "al2023-ami-kernel-6.1-x86_64");
    assert.notEqual(moved, hosts);
    writeFileSync(file, `${workloads}  bakeline:hosts:\n${moved}`);
    up();

    assert.notEqual(instances().scheduler?.id, replaced.instances.scheduler?.id);
    for (const [name, template] of Object.entries(templates()))
      assert.equal(template.latestVersion, Number(replaced.templates[name]?.latestVersion) + 1, name);
    assert.deepEqual({ interfaces: interfaces(), elasticIps: elasticIps() }, before);
    assert.equal(instances().scheduler?.privateIp, before.interfaces.scheduler?.privateIp);
  });
});
