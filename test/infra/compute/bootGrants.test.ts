import assert from "node:assert/strict";
import { planBootGrants } from "../../../infra/compute/bootGrants";
import { anyAccount } from "../account/anyAccount";

const args = {
  account: anyAccount(),
  stack: "dev",
  workload: "web",
  bucketArn: "arn:aws:s3:::acme-bakeline-dev",
  logGroupName: "/bakeline/dev/web",
  secrets: [],
  targetGroupArn: undefined,
} as const;

const statement = (sid: string, given: Partial<Parameters<typeof planBootGrants>[0]> = {}) =>
  planBootGrants({ ...args, ...given }).find(({ Sid }) => Sid === sid);

describe("planBootGrants", () => {
  it("allows nothing on all resources but what AWS scopes by nothing else", () => {
    const all = planBootGrants({
      ...args,
      targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef",
      secrets: [
        { kind: "parameterStore", name: "/web/key" },
        { kind: "secretsManager", secretId: "web/key" },
      ],
    });
    assert.deepEqual(
      all.filter(({ Resource }) => Resource === "*").map(({ Action }) => Action),
      ["cloudwatch:PutMetricData"],
    );
    assert.deepEqual(
      all.filter(({ Action }) => [Action].flat().some((action) => action.includes("*"))),
      [],
    );
  });

  it("reads the objects of its own workload, of each revision", () => {
    assert.equal(statement("FetchOwnObjects")?.Resource, "arn:aws:s3:::acme-bakeline-dev/web/*");
  });

  it("writes to its own log group", () => {
    assert.equal(
      statement("WriteOwnLogs")?.Resource,
      "arn:aws:logs:eu-west-1:111122223333:log-group:/bakeline/dev/web:log-stream:*",
    );
  });

  it("puts metrics into this program's namespaces only", () => {
    assert.deepEqual(statement("PutOwnMetrics")?.Condition, {
      StringEquals: { "cloudwatch:namespace": ["Bakeline", "Bakeline/Host"] },
    });
  });

  it("completes launches of its own group of its own stack", () => {
    const { Resource, Condition } = statement("CompleteOwnLaunch") ?? {};
    assert.equal(
      Resource,
      "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web-*",
    );
    assert.deepEqual(Condition, {
      StringEquals: { "aws:ResourceTag/bakeline:stack": "dev", "aws:ResourceTag/workload": "web" },
    });
  });

  it("leaves its own target group, where it has one", () => {
    const targetGroupArn =
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef";
    assert.equal(statement("LeaveOwnTargetGroup"), undefined);
    assert.equal(statement("LeaveOwnTargetGroup", { targetGroupArn })?.Resource, targetGroupArn);
  });

  it("reads the parameters of its own steps, and decrypts these alone", () => {
    const secrets = [{ kind: "parameterStore", name: "/web/key" }] as const;
    const parameter = "arn:aws:ssm:eu-west-1:111122223333:parameter/web/key";
    assert.deepEqual(statement("ReadOwnParameters", { secrets })?.Resource, [parameter]);
    assert.deepEqual(statement("DecryptOwnParameters", { secrets }), {
      Sid: "DecryptOwnParameters",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: "arn:aws:kms:eu-west-1:111122223333:key/*",
      Condition: {
        StringLike: { "kms:ViaService": "ssm.*", "kms:EncryptionContext:PARAMETER_ARN": [parameter] },
      },
    });
    assert.equal(statement("ReadOwnSecrets", { secrets }), undefined);
  });

  it("finds a secret by its name, to which Secrets Manager appends characters, or by its ARN", () => {
    const resourceOf = (secretId: string) =>
      statement("ReadOwnSecrets", { secrets: [{ kind: "secretsManager", secretId }] })?.Resource;
    const arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:web/key-AbCdEf";
    assert.deepEqual(resourceOf("web/key"), [
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:web/key-??????",
    ]);
    assert.deepEqual(resourceOf(arn), [arn]);
  });
});
