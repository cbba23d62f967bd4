import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { type Changes, countChanges } from "../../review/changes";
import type { EngineEvent } from "../../review/engineEvent";
import { parseEventLog } from "../../review/eventLog";
import { ScratchCopy } from "../review/scratchCopy";

const Entry = z.looseObject({
  token: z.string(),
  id: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
type Entry = z.output<typeof Entry>;

/** What `tier: full` in place of `foundational` does to web, once its foundational image is there. */
const tierChange: readonly string[] = [
  "create aws:imagebuilder/component:Component web-full",
  "create aws:imagebuilder/distributionConfiguration:DistributionConfiguration web-full",
  "create aws:imagebuilder/image:Image web-full",
  "create aws:imagebuilder/imagePipeline:ImagePipeline web-full",
  "create aws:imagebuilder/imageRecipe:ImageRecipe web-full",
  "create aws:s3/bucketObjectv2:BucketObjectv2 web",
  "create aws:ssm/parameter:Parameter web-full-ami",
  "create bakeline:images:WorkloadImage web-full",
  "delete aws:ssm/parameter:Parameter web-foundational-ami",
  "update aws:autoscaling/group:Group web",
  "update aws:autoscaling/lifecycleHook:LifecycleHook web-ready",
  "update aws:ec2/launchTemplate:LaunchTemplate web",
];

/** What another release of web does under that tier: the image of the application alone is baked again. */
const releaseChange: readonly string[] = [
  "replace aws:imagebuilder/component:Component web-full",
  "replace aws:imagebuilder/image:Image web-full",
  "replace aws:imagebuilder/imageRecipe:ImageRecipe web-full",
  "update aws:autoscaling/group:Group web",
  "update aws:ec2/launchTemplate:LaunchTemplate web",
  // The version is a tag of the AMI.
  "update aws:imagebuilder/distributionConfiguration:DistributionConfiguration web-full",
  "update aws:imagebuilder/imagePipeline:ImagePipeline web-full",
  "update aws:ssm/parameter:Parameter web-full-ami",
];

const none: Changes = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };

describe("the life of the dev estate, on the real engine", function () {
  this.timeout(120_000);
  let copy: ScratchCopy;
  /** Of the whole estate, as the first update counted them. */
  let resources: number;
  before(() => {
    copy = new ScratchCopy();
  });
  after(() => copy.remove());

  function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const all = ["build/run.js", "sandbox/cli.ts", ...args, "--non-interactive"];
    const env = { ...process.env, ...environment };
    return spawnSync(process.execPath, all, { cwd: copy.folder, encoding: "utf8", env });
  }

  /** What the command says, of which exit code 0 is expected. */
  function sandbox(...args: string[]): string {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  }

  function pulumi(command: "up" | "refresh" | "destroy" | "preview"): readonly EngineEvent[] {
    const log = path.join(copy.folder, "events.jsonl");
    const unattended = command === "preview" ? [] : ["--yes", "--skip-preview"];
    sandbox(command, "--stack", "dev", "--event-log", log, ...unattended);
    const { events, problems } = parseEventLog(readFileSync(log, "utf8"));
    assert.deepEqual(problems, []);
    return events;
  }

  /** What a command did to all but the resources it left alone. */
  function changesBy(command: Parameters<typeof pulumi>[0]): Changes {
    const { same, ...changes } = countChanges(pulumi(command));
    const touched = changes.update + changes.replace + changes.delete;
    assert.equal(same + touched, resources, "every resource of the estate is accounted for");
    return { ...changes, same: 0 };
  }

  /** Operation, type and name of each resource that a command did something to, without digests in names; sorted. */
  function touchedBy(command: Parameters<typeof pulumi>[0]): string[] {
    return pulumi(command)
      .flatMap((event) => (event.kind === "step" && event.op !== "same" ? [event] : []))
      .map(({ op, type, urn }) => `${op} ${type} ${urn.split("::").at(-1) ?? ""}`)
      .map((it) => it.replace(/-[0-9a-f]{12}$/, ""))
      .sort();
  }

  function ledgerFiles(): string[] {
    const folder = path.join(copy.folder, ".sandbox", "ledger", "dev");
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .map((file) => path.join(folder, file));
  }

  function entry(token: string, name: string): Entry & { file: string } {
    const found = ledgerFiles()
      .map((file) => ({ file, ...Entry.parse(JSON.parse(readFileSync(file, "utf8"))) }))
      .filter((it) => it.token === token && JSON.stringify(it.properties).includes(`"${name}"`));
    assert.equal(found.length, 1, `entries of ${token} that name ${name}`);
    const [only] = found;
    assert(only !== undefined);
    return only;
  }

  function versionOf({ properties }: Entry): string {
    return z.object({ version: z.string() }).parse(properties.launchTemplate).version;
  }

  /** The versions that instance refreshes were started with. */
  function refreshedTo({ properties }: Entry): string[] {
    return z
      .array(z.object({ desiredConfiguration: z.object({ version: z.string() }) }))
      .parse(properties.__instanceRefreshes)
      .map(({ desiredConfiguration }) => desiredConfiguration.version);
  }

  it("may begin with its stack's init, again and again", () => {
    for (let i = 0; i < 2; i++)
      assert.equal(sandbox("stack", "init", "dev"), "The sandbox has the stack dev, and it is selected.\n");
    assert.equal(sandbox("stack", "--show-name"), "dev\n");
  });

  it("begins with an update that creates everything", () => {
    const { create, ...others } = countChanges(pulumi("up"));
    assert.deepEqual({ create: 0, ...others }, none);
    resources = create;
    assert.ok(ledgerFiles().length > 60, `${ledgerFiles().length} entries in the ledger`);
  });

  it("has nothing to do the second time", () => {
    assert.deepEqual(changesBy("up"), none);
  });

  it("changes one tag in place", () => {
    copy.edit(
      "infra/operations/notifications.ts",
      "tags: { Name: name }",
      'tags: { Name: name, purpose: "alarms" }',
    );
    assert.deepEqual(changesBy("up"), { ...none, update: 1 });
    const topic = entry("aws:sns/topic:Topic", "notifications");
    assert.deepEqual(topic.properties.tags, { Name: "notifications", purpose: "alarms" });
  });

  it("turns changed user data into a new template version and an instance refresh, and replaces nothing", () => {
    const before = entry("aws:ec2/launchTemplate:LaunchTemplate", "web");
    copy.edit("infra/workloads/web.ts", "drainSeconds: 20", "drainSeconds: 25");
    assert.deepEqual(changesBy("up"), { ...none, update: 2 });
    const after = entry("aws:ec2/launchTemplate:LaunchTemplate", "web");
    assert.equal(after.id, before.id);
    assert.deepEqual([before.properties.latestVersion, after.properties.latestVersion], [1, 2]);
    const group = entry("aws:autoscaling/group:Group", "web");
    assert.deepEqual(refreshedTo(group), ["2"]);
    assert.equal(versionOf(group), "2");
  });

  it("fails when a new version never becomes ready, and the group is on its old version, in AWS and in the state", () => {
    copy.edit("infra/workloads/web.ts", "drainSeconds: 25", "drainSeconds: 30");
    const failed = run(["up", "--stack", "dev", "--yes", "--skip-preview"], {
      BAKELINE_SANDBOX_NEVER_READY: "web:3",
    });
    assert.notEqual(failed.status, 0);
    assert.match(
      failed.stdout + failed.stderr,
      /version 3 was not rolled out: RollbackSuccessful: .*The group is on version 2; its instances: 2 on version 2/,
    );
    const group = entry("aws:autoscaling/group:Group", "web");
    assert.deepEqual([versionOf(group), refreshedTo(group)], ["2", ["2", "3"]]);
    // Nothing was lost: what was mended is rolled out by the next update.
    assert.deepEqual(changesBy("up"), { ...none, update: 1 });
    assert.equal(versionOf(entry("aws:autoscaling/group:Group", "web")), "3");
  });

  it("keeps an object that the templates before still name, and puts the new one beside it", () => {
    const texts = () =>
      ledgerFiles()
        .map((file) => Entry.parse(JSON.parse(readFileSync(file, "utf8"))))
        .map(({ properties }) => String(properties.content ?? ""))
        .filter((content) => content.includes("somaxconn"));
    assert.equal(texts().length, 1);
    copy.edit("infra/workloads/overlays.ts", "somaxconn = 8192", "somaxconn = 9000");
    assert.deepEqual(changesBy("up"), { ...none, create: 1, update: 2, delete: 1 });
    assert.equal(texts().length, 2);
  });

  it("bakes what a new tier needs and nothing again that is there, moves the template, and leaves all else alone", () => {
    const before = entry("aws:ec2/launchTemplate:LaunchTemplate", "web");
    copy.edit("Pulumi.dev.yaml", "tier: foundational", "tier: full");
    assert.deepEqual(touchedBy("up"), tierChange);
    resources += tierChange.filter((it) => it.startsWith("create")).length - 1;
    const { value } = entry("aws:ssm/parameter:Parameter", "web-full-ami").properties;
    const after = entry("aws:ec2/launchTemplate:LaunchTemplate", "web");
    assert.equal(after.properties.imageId, value);
    assert.notEqual(after.properties.imageId, before.properties.imageId);
    assert.deepEqual(changesBy("preview"), none);
  });

  it("bakes another release on the foundation that is there", () => {
    copy.edit("Pulumi.dev.yaml", /(key: web\/1\.4\.2[\s\S]*?sha256: )[0-9a-f]{64}/, `$1${"ab".repeat(32)}`);
    const touched = touchedBy("up").filter((it) => !/aws:s3|create-replacement|delete-replaced/.test(it));
    assert.deepEqual(touched, releaseChange);
  });

  it("goes back to an image of before by one line of the stack file, which builds and deletes none", () => {
    const images = () => ledgerFiles().filter((file) => file.includes("imagebuilder")).length;
    const [built, fleet] = [images(), entry("aws:ec2/launchTemplate:LaunchTemplate", "web")];
    copy.edit("Pulumi.dev.yaml", "tier: full", "tier: full\n      imageId: ami-0123456789abcdef0");
    assert.deepEqual(changesBy("up"), { ...none, update: 3 });
    assert.equal(
      entry("aws:ec2/launchTemplate:LaunchTemplate", "web").properties.imageId,
      "ami-0123456789abcdef0",
    );
    copy.edit("Pulumi.dev.yaml", "\n      imageId: ami-0123456789abcdef0", "");
    assert.deepEqual(changesBy("up"), { ...none, update: 3 });
    assert.equal(
      entry("aws:ec2/launchTemplate:LaunchTemplate", "web").properties.imageId,
      fleet.properties.imageId,
    );
    assert.equal(images(), built);
  });

  it("replaces what cannot change in place, without a moment in which it is missing", () => {
    const before = entry("aws:lb/targetGroup:TargetGroup", "web");
    copy.edit("infra/workloads/web.ts", "port: 8080", "port: 8081");
    const steps = pulumi("up").filter((event) => event.kind === "step");
    const targetGroup = steps.filter(({ type }) => type === "aws:lb/targetGroup:TargetGroup");
    assert.deepEqual(
      targetGroup.map(({ op }) => op),
      ["create-replacement", "replace", "delete-replaced"],
    );
    const after = entry("aws:lb/targetGroup:TargetGroup", "web");
    assert.notEqual(after.id, before.id);
    assert.equal(after.properties.port, 8081);
  });

  it("sees drift when it refreshes, and the next update undoes it", () => {
    const { file, ...logGroup } = entry("aws:cloudwatch/logGroup:LogGroup", "web");
    assert.equal(logGroup.properties.retentionInDays, 14);
    writeFileSync(
      file,
      JSON.stringify({ ...logGroup, properties: { ...logGroup.properties, retentionInDays: 3 } }),
    );
    pulumi("refresh");
    assert.deepEqual(changesBy("preview"), { ...none, update: 1 });
    assert.deepEqual(changesBy("up"), { ...none, update: 1 });
    assert.equal(entry("aws:cloudwatch/logGroup:LogGroup", "web").properties.retentionInDays, 14);
  });

  it("takes back by import what its state has lost, and the next update changes nothing", () => {
    const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
    const stack = ["--stack", "dev"];
    const urns = sandbox("stack", "--show-urns", ...stack).match(/urn:pulumi:\S+/g) ?? [];
    const urn = only(urns.filter((it) => it.endsWith(`${type}::web-cpu-high`)));
    const parent = only(urns.filter((it) => it === urn.replace(`$${type}::web-cpu-high`, "::web")));
    const provider = only(urns.filter((it) => it.includes("::pulumi:providers:aws::")));

    sandbox("state", "delete", urn, ...stack, "--yes");
    const { id } = entry(type, "web-cpu-high");
    const into = ["--parent", `web=${parent}`, "--provider", `aws=${provider}`];
    sandbox("import", type, "web-cpu-high", id, ...into, ...stack, "--yes", "--skip-preview");
    assert.deepEqual(changesBy("up"), none);
  });

  function only(urns: readonly string[]): string {
    const [first] = urns;
    assert.ok(first !== undefined && urns.length === 1, `expected one URN: ${urns.join(", ")}`);
    return first;
  }

  it("ends with an empty ledger", () => {
    pulumi("destroy");
    assert.deepEqual(ledgerFiles(), []);
  });
});
