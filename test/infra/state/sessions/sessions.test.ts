import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  type KeySchemaElement,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { renderConnections } from "../../../../infra/state/connection";
import { connectSessionTable } from "../../../../infra/state/sessionTable/connect";
import { planTable } from "../../../../infra/state/sessionTable/plan";
import { type MotoServer, motoMissing, startMoto } from "../../../moto/server";
import { anyAccount } from "../../account/anyAccount";

const tableName = "dev-sessions";
const table = planTable(tableName, {
  capacity: { kind: "onDemand" },
  replicaRegions: [],
  allowDataLoss: false,
});
const credentials = { accessKeyId: "none", secretAccessKey: "none" };

/** One instance: a process with nothing of its own but its name. */
interface Instance {
  readonly url: string;
  terminate(): Promise<void>;
}

describe("sessions, with the real SDK against moto", function () {
  // The first run installs moto.
  this.timeout(240_000);
  let moto: MotoServer;
  let dynamo: DynamoDBClient;
  let folder: string;
  const running: Instance[] = [];

  before(async function () {
    const missing = await motoMissing();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    moto = await startMoto();
    dynamo = new DynamoDBClient({ region: "eu-west-1", endpoint: moto.endpoint, credentials });
    folder = mkdtempSync(path.join(tmpdir(), "sessions-"));
    await createPlanned(dynamo);
    const connection = connectSessionTable(
      anyAccount(),
      { store: "sessions", tableName, tableArn: "arn", keyArn: "arn" },
      { workload: "web", access: "write" },
    );
    writeFileSync(path.join(folder, "stores.json"), renderConnections({ sessions: connection }));
  });

  after(async () => {
    await Promise.all(running.map((instance) => instance.terminate()));
    await moto?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  async function launch(instanceId: string): Promise<Instance> {
    const child = spawn(process.execPath, [path.join(__dirname, "server.js")], {
      env: {
        ...process.env,
        INSTANCE_ID: instanceId,
        CONNECTION_FILE: path.join(folder, "stores.json"),
        AWS_ENDPOINT_URL: moto.endpoint,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const instance = { url: `http://127.0.0.1:${await portOf(child)}`, terminate: () => kill(child) };
    running.push(instance);
    return instance;
  }

  it("outlive the instance that made them", async () => {
    const first = await launch("i-first");
    await put(first, "abc", { user: "ada", seconds: 3600 });
    await first.terminate();
    const second = await launch("i-second");
    assert.deepEqual(await get(second, "abc"), [200, { instanceId: "i-second", user: "ada" }]);
    await second.terminate();
  });

  it("end when their time is over, even while DynamoDB still has them", async () => {
    const instance = await launch("i-third");
    await put(instance, "short", { user: "bob", seconds: 1 });
    assert.equal((await get(instance, "short"))[0], 200);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    assert.equal((await get(instance, "short"))[0], 404);
    const { Item } = await dynamo.send(
      new GetItemCommand({ TableName: tableName, Key: { [table.hashKey]: { S: "short" } } }),
    );
    assert.deepEqual(Item?.user, { S: "bob" });
  });

  it("are deleted by DynamoDB by the very attribute that the service writes", async () => {
    const { TimeToLiveDescription } = await dynamo.send(
      new DescribeTimeToLiveCommand({ TableName: tableName }),
    );
    assert.deepEqual(TimeToLiveDescription, {
      AttributeName: table.ttl.attributeName,
      TimeToLiveStatus: "ENABLED",
    });
  });
});

/** The table as the provider would make it of the plan. */
async function createPlanned(dynamo: DynamoDBClient): Promise<void> {
  const key: KeySchemaElement = { AttributeName: table.hashKey, KeyType: "HASH" };
  await dynamo.send(
    new CreateTableCommand({
      TableName: table.name,
      KeySchema: [key],
      AttributeDefinitions: table.attributes.map(({ name }) => ({ AttributeName: name, AttributeType: "S" })),
      BillingMode: "PAY_PER_REQUEST",
      DeletionProtectionEnabled: table.deletionProtectionEnabled,
    }),
  );
  await dynamo.send(
    new UpdateTimeToLiveCommand({
      TableName: table.name,
      TimeToLiveSpecification: { AttributeName: table.ttl.attributeName, Enabled: table.ttl.enabled },
    }),
  );
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      const port = /listening on (\d+)/.exec(chunk.toString())?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the service ended with ${code}`)));
  });
}

/** As a terminated instance goes: without a word. */
function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

async function put(instance: Instance, id: string, body: { user: string; seconds: number }): Promise<void> {
  const response = await fetch(`${instance.url}/sessions/${id}`, {
    method: "PUT",
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200, await response.text());
}

async function get(instance: Instance, id: string): Promise<[status: number, body: unknown]> {
  const response = await fetch(`${instance.url}/sessions/${id}`);
  return [response.status, await response.json()];
}
