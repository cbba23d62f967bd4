import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { compile } from "../../../build/compile";
import { UNKNOWN } from "../../../sandbox/account/unknown";
import { decodeStruct, encodeStruct } from "../../../sandbox/account/wire/struct";

const URN = "urn:pulumi:dev::bakeline::aws:ec2/vpc:Vpc::net";

describe("The aws plugin", () => {
  let ledger: string;
  let engine: ChildProcess;
  let client: ResourceProviderClient;

  /** The engine stands in as a shell that starts the plugin and prints the plugin's process id. */
  async function start(fault = ""): Promise<number> {
    const program = compile("sandbox/account/plugin.ts");
    engine = spawn("sh", ["-c", '"$0" "$1" aws 127.0.0.1:0 & echo $!; wait', process.execPath, program], {
      env: { BAKELINE_LEDGER: ledger, BAKELINE_SANDBOX_KILL: fault },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    while (printed.split("\n").length < 3) {
      assert.ok(engine.stdout);
      const [text] = await once(engine.stdout, "data");
      printed += String(text);
    }
    const [pid, port] = printed.split("\n");
    client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    await configure();
    return Number(pid);
  }

  function configure(): Promise<void> {
    const request = new messages.ConfigureRequest();
    request.setArgs(encodeStruct({ region: "eu-west-1" }));
    return new Promise((resolve, reject) => {
      client.configure(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  function create(preview: boolean): Promise<messages.CreateResponse> {
    const request = new messages.CreateRequest();
    request.setUrn(URN);
    request.setPreview(preview);
    request.setProperties(encodeStruct({ cidrBlock: "10.0.0.0/16" }));
    return new Promise((resolve, reject) => {
      client.create(request, (error, response) => (error === null ? resolve(response) : reject(error)));
    });
  }

  beforeEach(() => {
    ledger = fs.mkdtempSync(path.join(os.tmpdir(), "ledgers-"));
  });
  afterEach(() => {
    client.close();
    engine.kill("SIGKILL");
    fs.rmSync(ledger, { recursive: true, force: true, maxRetries: 5 });
  });

  it("previews and creates in the ledger of the URN's stack", async () => {
    await start();
    const preview = await create(true);
    assert.equal(preview.getId(), "");
    assert.equal(decodeStruct(preview.getProperties()).arn, UNKNOWN);
    assert.ok(!fs.existsSync(path.join(ledger, "dev", "ec2.Vpc")));

    const id = (await create(false)).getId();
    assert.deepEqual(fs.readdirSync(path.join(ledger, "dev", "ec2.Vpc")), [`${id}.json`]);
  }).timeout(60_000);

  it("reports a wrong input as a failure of Check, and an unknown type as an error that names it", async () => {
    await start();
    const request = new messages.CheckRequest();
    request.setUrn(URN);
    request.setNews(encodeStruct({ cidrBlok: "10.0.0.0/16" }));
    const failures = await new Promise<string[]>((resolve, reject) => {
      client.check(request, (error, response) =>
        error === null
          ? resolve(response.getFailuresList().map((failure) => failure.getProperty()))
          : reject(error),
      );
    });
    assert.deepEqual(failures, ["cidrBlok"]);

    request.setUrn("urn:pulumi:dev::bakeline::aws:braket/job:Job::net");
    const unknownType = new Promise((resolve, reject) => {
      client.check(request, (error, response) => (error === null ? resolve(response) : reject(error)));
    });
    await assert.rejects(unknownType, {
      details:
        "checking aws:braket/job:Job (net): the simulated account does not know the resource type aws:braket/job:Job: " +
        "model it in sandbox/account/types/braket/, list it in types/index.ts, then run npm run schema",
    });
  }).timeout(60_000);

  it("ends when the engine is gone", async () => {
    const pid = await start();
    engine.kill("SIGKILL");
    await waitUntilGone(pid);
  }).timeout(60_000);

  it("kills the engine and itself where a test asks for it, leaving no half entry", async () => {
    const pid = await start("create:mid-write:1");
    await assert.rejects(create(false));
    assert.equal(engine.signalCode ?? (await once(engine, "exit"))[1], "SIGKILL");
    await waitUntilGone(pid);
    assert.ok(!fs.existsSync(path.join(ledger, "dev", "ec2.Vpc")));
    assert.equal(fs.readdirSync(path.join(ledger, "dev", ".writing")).length, 1);
  }).timeout(60_000);
});

/** Fails by the test's own time limit. */
async function waitUntilGone(pid: number): Promise<void> {
  while (fs.existsSync(`/proc/${pid}`) && !isZombie(pid))
    await new Promise((resolve) => setTimeout(resolve, 50));
}

function isZombie(pid: number): boolean {
  return /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
}
