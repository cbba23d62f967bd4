import assert from "node:assert/strict";
import type { Instance } from "./rig/instance";
import { sharedRig } from "./rig/sharedRig";
import { signedCurl } from "./signedCurl";

const bucket = "boot-content";
const s3 = `https://${bucket}.s3.eu-west-1.amazonaws.com`;

describe("the AWS endpoints that an instance reaches", () => {
  let instance: Instance;

  before(async () => {
    const rig = sharedRig();
    instance = await rig.launch({
      image: rig.baseImage,
      tags: { Name: "endpoints" },
      iamRole: "web-instance",
    });
    await instance.waitForCloudInit();
  });

  after(() => instance.stop());

  async function run(script: string): Promise<string> {
    const { exitCode, stdout, stderr } = await instance.exec(`set -eu\n${signedCurl}\n${script}`);
    assert.equal(exitCode, 0, stderr);
    return stdout;
  }

  it("give an object by its content's hash to a request signed with the instance's role", async () => {
    const { objectStore } = sharedRig();
    const key = objectStore.putByContent(bucket, "hello\n");
    assert.equal(await run(`get_object ${bucket} ${key}`), "hello\n 200");
    assert.deepEqual(
      objectStore.requestsOf(instance.id).map(({ at: _, instanceId: __, ...request }) => request),
      [{ bucket, key, status: 200, bytes: 6 }],
    );
  });

  it("refuse a request without a signature, one with a wrong secret, and one without the session token", async () => {
    const key = sharedRig().objectStore.putByContent(bucket, "hello\n");
    assert.match(await run(`curl -sS -w ' %{http_code}' ${s3}/${key}`), /AccessDenied.* 403$/s);
    assert.match(await run(`secret=wrong; get_object ${bucket} ${key}`), /SignatureDoesNotMatch.* 403$/s);
    assert.match(await run(`session=; get_object ${bucket} ${key}`), /InvalidToken.* 403$/s);
    assert.match(await run(`key_id=ASIA0000; get_object ${bucket} ${key}`), /InvalidAccessKeyId.* 403$/s);
  });

  it("give a tampered object under its old key, so that only a checksum tells", async () => {
    const { objectStore } = sharedRig();
    const key = objectStore.putByContent(bucket, "true\n");
    objectStore.tamper(bucket, key);
    assert.equal(await run(`get_object ${bucket} ${key} | cat -A`), "true$\n$\n 200");
  });

  it("record lifecycle actions, metrics, log events and deregistrations", async () => {
    await run(`
      signed autoscaling https://autoscaling.eu-west-1.amazonaws.com/ -d Action=CompleteLifecycleAction \\
        -d LifecycleActionResult=ABANDON -d LifecycleHookName=launch
      signed monitoring https://monitoring.eu-west-1.amazonaws.com/ -d Action=PutMetricData -d Namespace=Bakeline
      signed elasticloadbalancing https://elasticloadbalancing.eu-west-1.amazonaws.com/ -d Action=DeregisterTargets
      signed logs https://logs.eu-west-1.amazonaws.com/ -H 'X-Amz-Target: Logs_20140328.PutLogEvents' \\
        -H 'Content-Type: application/x-amz-json-1.1' -d '{"logGroupName":"boot"}'`);
    const calls = sharedRig().aws.callsOf(instance.id);
    assert.deepEqual(
      calls.map(({ service, action, parameters, status }) => ({
        service,
        action,
        parameters: { ...parameters },
        status,
      })),
      [
        {
          service: "autoscaling",
          action: "CompleteLifecycleAction",
          parameters: { LifecycleActionResult: "ABANDON", LifecycleHookName: "launch" },
          status: 200,
        },
        {
          service: "monitoring",
          action: "PutMetricData",
          parameters: { Namespace: "Bakeline" },
          status: 200,
        },
        { service: "elasticloadbalancing", action: "DeregisterTargets", parameters: {}, status: 200 },
        { service: "logs", action: "PutLogEvents", parameters: { logGroupName: "boot" }, status: 200 },
      ],
    );
  });

  it("answer with planted parameters and secrets, and refuse an action that they do not know", async () => {
    const { aws } = sharedRig();
    aws.plantParameter("/web/token", "planted-parameter");
    aws.plantSecret("web/password", "planted-secret");
    const call = (service: string, target: string, body: string) =>
      run(`signed ${service} https://${service}.eu-west-1.amazonaws.com/ -H 'X-Amz-Target: ${target}' \\
        -H 'Content-Type: application/x-amz-json-1.1' -d '${body}'`);
    const parameter = '{"Name":"/web/token","WithDecryption":true}';
    assert.match(
      await call("ssm", "AmazonSSM.GetParameter", parameter),
      /"Value":"planted-parameter".* 200$/,
    );
    const secret = '{"SecretId":"web/password"}';
    assert.match(
      await call("secretsmanager", "secretsmanager.GetSecretValue", secret),
      /"planted-secret".* 200$/,
    );
    assert.match(
      await call("ssm", "AmazonSSM.GetParameter", '{"Name":"/other"}'),
      /ParameterNotFound.* 400$/,
    );
    assert.match(await call("ssm", "AmazonSSM.GetParametr", parameter), /InvalidAction.* 400$/);
  });
});
