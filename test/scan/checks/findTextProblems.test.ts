import assert from "node:assert/strict";
import { findAllProblems, findTextProblems } from "../../../scan/checks/findTextProblems";
import type { Part } from "../../../scan/reader/part";
import { base64, readUserData } from "../reader/outline";

const part = (text: string, format: Part["format"] = "shell"): Part => ({
  place: ["userData"],
  format,
  text,
  parts: [],
});

/** `detector line:column` of each problem. */
const found = (text: string, format?: Part["format"]) =>
  findTextProblems(part(text, format)).map(({ detector, line, column }) => `${detector} ${line}:${column}`);

const url = "http://169.254.169.254/latest/meta-data";
const header = '-H "X-aws-ec2-metadata-token: $TOKEN"';

describe("finding IMDSv1 calls", () => {
  it("finds each tool's call without a token", () => {
    for (const [call, format] of [
      [`curl -s ${url}/instance-id`, "shell"],
      [`ID=$(wget -qO- ${url}/instance-id)`, "shell"],
      [`http ${url}/instance-id`, "shell"],
      ["curl http://instance-data/latest/user-data", "shell"],
      ["curl http://[fd00:ec2::254]/latest/meta-data/", "shell"],
      ["curl 169.254.169.254/2021-07-15/meta-data/", "shell"],
      [`Invoke-RestMethod -Uri ${url}/instance-id`, "powershell"],
      [`(New-Object Net.WebClient).DownloadString("${url}/instance-id")`, "powershell"],
      [`requests.get("${url}/instance-id")`, "python"],
      [`urllib.request.urlopen("${url}/instance-id")`, "python"],
      ["boto.utils.get_instance_metadata()", "python"],
    ] as const)
      assert.equal(found(call, format)[0]?.split(" ")[0], "imdsv1-call", call);
  });

  it("is content with a token, wherever it is written", () => {
    for (const call of [
      `curl ${header} ${url}/instance-id`,
      `curl \\\n  ${header} \\\n  ${url}/instance-id`,
      "curl -X PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 60'",
      `H="X-aws-ec2-metadata-token: $TOKEN"\ncurl -H "$H" ${url}/instance-id`,
      `HEADERS=(-H "X-aws-ec2-metadata-token: $T")\ncurl "\${HEADERS[@]}" ${url}/instance-id`,
      `$h = @{"X-aws-ec2-metadata-token" = $t}\nInvoke-RestMethod -Headers $h -Uri ${url}/instance-id`,
      `# curl ${url}/instance-id`,
      "curl -H Metadata-Flavor:Google http://169.254.169.254/computeMetadata/v1/",
      "curl http://169.254.169.254.example.com/latest",
      `echo "see ${url}"`,
    ])
      assert.deepEqual(found(call), [], call);
  });

  it("finds a call by a variable that holds the address", () => {
    assert.deepEqual(found(`MD=${url}\necho hi\ncurl -s $MD/instance-id\ncurl -s "\${MD}/x"\n`), [
      "imdsv1-call 3:1",
      "imdsv1-call 4:1",
    ]);
  });

  it("is not fooled by a header of another call", () => {
    assert.deepEqual(found(`curl ${header} ${url}/a\ncurl ${url}/b\n`), ["imdsv1-call 2:1"]);
  });

  it("finds what allows it", () => {
    assert.deepEqual(
      found("aws ec2 modify-instance-metadata-options --http-tokens optional --instance-id i-1"),
      ["imdsv1-allowed 1:42"],
    );
    assert.deepEqual(found("HttpTokens: optional\n", "yaml"), ["imdsv1-allowed 1:1"]);
    assert.deepEqual(found("aws ec2 run-instances --metadata-options HttpTokens=required"), []);
  });
});

describe("finding credentials in logs", () => {
  const role = `curl -s ${header} ${url}/iam/security-credentials/web`;

  it("finds what is printed at once, or kept and printed later", () => {
    assert.deepEqual(found(role), ["role-credentials-logged 1:87"]);
    assert.deepEqual(found(`${role} | jq .\n`), ["role-credentials-logged 1:87"]);
    assert.deepEqual(found(`CREDS=$(${role})\necho "got $CREDS"\n`), ["role-credentials-logged 2:11"]);
    assert.deepEqual(found("echo $AWS_SECRET_ACCESS_KEY"), ["role-credentials-logged 1:6"]);
    assert.deepEqual(found("aws sts assume-role --role-arn x --role-session-name y"), [
      "role-credentials-logged 1:5",
    ]);
    assert.deepEqual(found("aws secretsmanager get-secret-value --secret-id x"), ["secret-logged 1:5"]);
    assert.deepEqual(found("P=$(aws ssm get-parameter --with-decryption --name x)\nlogger $P"), [
      "secret-logged 2:8",
    ]);
  });

  it("finds what tracing prints", () => {
    const call = "P=$(aws ssm get-parameter --with-decryption --name x)\n";
    assert.deepEqual(found(`set -ex\n${call}`), ["secret-logged 2:9"]);
    assert.deepEqual(found(`set -x\nset +x\n${call}`), []);
  });

  it("is content where they go elsewhere", () => {
    for (const text of [
      `CREDS=$(${role})`,
      `${role} > /run/creds.json`,
      "aws ecr get-login-password | docker login --username AWS --password-stdin x",
      "aws ssm get-parameter --name x",
      'P=$(aws ssm get-parameter --with-decryption --name x)\necho "$P" > /etc/app.pw',
      'echo "set: ${AWS_SECRET_ACCESS_KEY:+yes}"',
      `curl -s ${header} ${url}/iam/security-credentials/`,
    ])
      assert.deepEqual(found(text), [], text);
  });
});

describe("finding what turns a scanner off", () => {
  it("finds each one's word", () => {
    const words = [
      "secretlint-disable-line",
      "gitleaks:allow",
      "trufflehog:ignore",
      "pragma: allowlist secret",
      "checkov:skip=CKV_SECRET_6",
      "nosemgrep",
    ];
    assert.deepEqual(
      found(`a\n${words.map((word) => `X=1 # ${word}\n`).join("")}`, "text"),
      words.map((_, i) => `scan-suppression ${i + 2}:7`),
    );
  });

  it("is content with comments that only speak of secrets", () => {
    assert.deepEqual(found("# the secret is in Secrets Manager; lint is disabled elsewhere\n"), []);
  });
});

describe("findAllProblems", () => {
  const of = (content: string) =>
    findAllProblems(readUserData(content).root).map(
      ({ detector, part: { place }, line }) => `${place.slice(1).join(" > ")} ${detector} ${line}`,
    );

  it("places a problem in the innermost part that shows it, once", () => {
    assert.deepEqual(
      of(
        `#cloud-config\nruncmd:\n  - curl ${url}/\n  - |\n    cat > /x.sh <<EOF\n    curl ${url}/a\n    EOF\n`,
      ),
      ["runcmd[0] imdsv1-call 1", "runcmd[1] > heredoc at line 1 imdsv1-call 1"],
    );
  });

  it("finds it through encodings", () => {
    assert.deepEqual(
      of(base64(`#!/bin/sh\necho ${base64(`#!/bin/sh\ncurl ${url}/\n`)} | base64 -d | sh\n`)),
      ["base64 > base64 at line 2 imdsv1-call 2"],
    );
  });

  it("says what is ignored, and what is too large or nearly", () => {
    assert.deepEqual(of("echo hi\n"), [" ignored-at-boot 1"]);
    const sized = (bytes: number) => of(`#!/bin/sh\n${"#".repeat(bytes - 10)}`);
    assert.deepEqual(sized(14_745), []);
    assert.deepEqual(sized(14_746), [" user-data-nearly-too-large 1"]);
    assert.deepEqual(sized(16_384), [" user-data-nearly-too-large 1"]);
    assert.deepEqual(sized(16_385), [" user-data-too-large 1"]);
  });

  it("never quotes what it found", () => {
    for (const problem of findAllProblems(
      readUserData(`hunter2\ncurl ${url}/hunter2\necho $AWS_SECRET_ACCESS_KEY hunter2 # gitleaks:allow`).root,
    ))
      assert.doesNotMatch(`${problem.message}${problem.remedy}`, /hunter2/);
  });
});
