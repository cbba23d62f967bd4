import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { awsFunctions } from "../../../infra/bootstrap/shell/aws";
import { interfaceFunctions } from "../../../infra/bootstrap/shell/interfaces";
import { MotoAccount } from "./moto/account";

describe("an instance that attaches its host's interface, on moto's account", function () {
  this.timeout(240_000);
  let account: MotoAccount;
  let metadata: http.Server;
  let eni: Awaited<ReturnType<MotoAccount["createInterface"]>>;
  let instanceId: string;

  before(async function () {
    const opened = await MotoAccount.open();
    if (opened === undefined) return this.skip();
    account = opened;
    metadata = http.createServer((request, response) => void answer(request.url ?? "", response));
    metadata.listen(0, "127.0.0.1");
    await once(metadata, "listening");
  });
  after(async () => {
    metadata?.close();
    if (account !== undefined) await account.close();
  });
  beforeEach(async () => {
    eni = await account.createInterface(account.subnetIds[0]);
    instanceId = await account.launch(account.subnetIds[0]);
    account.faults.reset();
  });

  it("has it, with the MAC and address that it had", async () => {
    assert.equal(await attach(60), 0);
    assert.deepEqual(await account.describeInterface(eni.id), { ...eni, instanceId });
  });

  it("waits until the instance of before has ended, and then has the same", async () => {
    assert.equal(await attach(60), 0);
    const old = instanceId;
    instanceId = await account.launch(account.subnetIds[0]);
    account.faults.reset();
    refuseWhileInUse();
    const attached = attach(60);
    await untilCalled(3);
    assert.equal((await account.describeInterface(eni.id)).instanceId, old);
    await account.terminate(old);
    account.faults.reset();
    assert.equal(await attached, 0);
    assert.deepEqual(await account.describeInterface(eni.id), { ...eni, instanceId });
  });

  it("outlasts throttling and lost answers, and does nothing when it runs again", async () => {
    account.faults.plan("AttachNetworkInterface", "throttled", "answerLost");
    assert.equal(await attach(60), 0);
    assert.equal((await account.describeInterface(eni.id)).instanceId, instanceId);
    account.faults.reset();
    assert.equal(await attach(60), 0);
    assert.equal(account.faults.callsOf("AttachNetworkInterface"), 0);
  });

  it("gives up in time, and takes nothing from an instance that lives", async () => {
    assert.equal(await attach(60), 0);
    const owner = instanceId;
    instanceId = await account.launch(account.subnetIds[0]);
    refuseWhileInUse();
    assert.equal(await attach(1), 1);
    assert.equal((await account.describeInterface(eni.id)).instanceId, owner);
  });

  function refuseWhileInUse(): void {
    account.faults.plan("AttachNetworkInterface", ...Array.from({ length: 100 }, () => "inUse" as const));
  }

  /** The base script's functions as they are; curl alone is led to moto and to a metadata service of the test's. */
  async function attach(seconds: number): Promise<number | null> {
    const script = `set -Eeuo pipefail
${awsFunctions}
${interfaceFunctions}
curl() {
  local each arguments=()
  for each; do
    each=\${each/https:\\/\\/ec2.eu-west-1.amazonaws.com/$MOTO}
    arguments+=("\${each/http:\\/\\/169.254.169.254/$METADATA}")
  done
  command curl "\${arguments[@]}"
}
ensure_imds() { token=test; }
configure_interfaces() { :; }
attach_interface 1 ${seconds}
`;
    const address = metadata.address();
    const child = spawn("bash", ["-c", script], {
      stdio: "ignore",
      env: {
        PATH: process.env.PATH,
        MOTO: account.faults.endpoint,
        METADATA: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
        BAKELINE_INSTANCE_ID: instanceId,
        BAKELINE_REGION: "eu-west-1",
        BAKELINE_DOMAIN: "amazonaws.com",
        BAKELINE_ATTACH_PAUSE: "0.2",
      },
    });
    const [code]: unknown[] = await once(child, "exit");
    return typeof code === "number" ? code : null;
  }

  async function untilCalled(times: number): Promise<void> {
    while (account.faults.callsOf("AttachNetworkInterface") < times)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** What the instance's metadata says: the tag, a role's credentials, and the interfaces that moto says it has. */
  async function answer(url: string, response: http.ServerResponse): Promise<void> {
    const path = url.replace("/latest/meta-data/", "");
    const owned = (await account.describeInterface(eni.id)).instanceId === instanceId;
    const answers: Record<string, string | undefined> = {
      "tags/instance/bakeline:interface": eni.id,
      "iam/security-credentials/": "role",
      "iam/security-credentials/role": '{"AccessKeyId":"a","SecretAccessKey":"b","Token":"c"}',
      "network/interfaces/macs/": `02:00:00:00:00:01/${owned ? `\n${eni.mac}/` : ""}`,
      "network/interfaces/macs/02:00:00:00:00:01/interface-id": "eni-own",
      [`network/interfaces/macs/${eni.mac}/interface-id`]: eni.id,
    };
    const text = answers[path];
    response.writeHead(text === undefined ? 404 : 200).end(text ?? "");
  }
});
