import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { read } from "../../../scan/reader/walk";
import { base64, inner, readUserData, unread } from "./outline";

const document = (content: string | object, name = "document") =>
  read(typeof content === "string" ? content : JSON.stringify(content), { place: [name] });

describe("reading Ignition", () => {
  it("reads files, units and users of version 3, and says what is fetched", () => {
    const reading = readUserData(
      JSON.stringify({
        ignition: { version: "3.4.0", config: { merge: [{ source: "https://example.com/more.ign" }] } },
        storage: {
          files: [
            { path: "/etc/a.env", contents: { source: "data:,A%3Db%0A" } },
            {
              path: "/etc/b.env",
              contents: { compression: "gzip", source: `data:;base64,${base64(gzipSync("B=c\n"))}` },
            },
            { path: "/etc/c.env", contents: { source: "s3://bucket/c.env" } },
          ],
        },
        systemd: { units: [{ name: "x.service", contents: "[Service]\nEnvironment=D=e\n" }] },
        passwd: { users: [{ name: "core", passwordHash: "$y$j9T$x" }] },
      }),
    );
    assert.equal(reading.root.ignored, undefined);
    const rows = inner(reading);
    for (const row of [
      "storage.files[0].contents | dotenv | /etc/a.env | A=b\n",
      "storage.files[1].contents > gzip | dotenv | /etc/b.env | B=c\n",
      "systemd.units[0].contents > Environment D | value | D | e",
      "passwd.users[0].passwordHash | value | passwordHash | $y$j9T$x",
    ])
      assert.ok(rows.includes(row), row);
    assert.deepEqual(unread(reading), [
      "ignition.config.merge: it is fetched at boot from an address",
      "storage.files[2].contents: it is fetched at boot from an address",
    ]);
  });

  it("reads Butane, from which it is written", () => {
    assert.deepEqual(
      inner(
        document(
          "variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /etc/a.env\n      contents:\n        inline: A=b\n",
          "config.yaml",
        ),
      ),
      ["storage.files[0].contents | dotenv | /etc/a.env | A=b"],
    );
  });
});

describe("reading Systems Manager documents", () => {
  it("joins the lines of each script", () => {
    assert.deepEqual(
      inner(
        document({
          schemaVersion: "2.2",
          parameters: { Token: { type: "String", default: "abc" } },
          mainSteps: [
            {
              action: "aws:runShellScript",
              name: "a",
              inputs: { runCommand: ["X=1", "echo $X"], timeoutSeconds: "60" },
            },
            { action: "aws:runPowerShellScript", name: "b", inputs: { runCommand: ["Write-Host hi"] } },
          ],
        }),
      ),
      [
        "mainSteps[0].inputs.runCommand | shell |  | X=1\necho $X",
        "mainSteps[0].inputs.timeoutSeconds | value | timeoutSeconds | 60",
        "mainSteps[1].inputs.runCommand | powershell |  | Write-Host hi",
        "parameters.Token | value | Token | abc",
      ],
    );
  });

  it("reads the older form, and an automation's script", () => {
    assert.deepEqual(
      inner(
        document({
          schemaVersion: "1.2",
          runtimeConfig: { "aws:runShellScript": { properties: [{ runCommand: ["echo hi"] }] } },
        }),
      ),
      ["runtimeConfig.aws:runShellScript.properties[0].runCommand | shell |  | echo hi"],
    );
    assert.deepEqual(
      inner(
        document(
          "schemaVersion: '0.3'\nmainSteps:\n- action: aws:executeScript\n  inputs:\n    Runtime: python3.11\n    Handler: x\n    Script: |\n      pass\n",
        ),
      ).slice(0, 1),
      ["mainSteps[0].inputs.Script | python |  | pass\n"],
    );
  });
});

describe("reading Image Builder documents", () => {
  it("reads scripts, files and constants", () => {
    assert.deepEqual(
      inner(
        document(
          "name: x\nschemaVersion: 1.0\nconstants:\n  - Key: {type: string, value: abc}\nphases:\n- name: build\n  steps:\n  - name: a\n    action: ExecuteBash\n    inputs:\n      commands:\n      - X=1\n      - echo $X\n  - name: b\n    action: CreateFile\n    inputs:\n    - path: /etc/a.env\n      content: A=b\n  - name: c\n    action: WebDownload\n    inputs:\n    - source: https://example.com/x\n",
        ),
      ),
      [
        "phases[0].steps[0].inputs.commands | shell |  | X=1\necho $X",
        "phases[0].steps[1].inputs[0].content | dotenv | /etc/a.env | A=b",
        "phases[0].steps[1].inputs[0].path | value | path | /etc/a.env",
        "phases[0].steps[2].inputs[0].source | value | source | https://example.com/x",
        "constants[0].Key.type | value | type | string",
        "constants[0].Key.value | value | value | abc",
      ],
    );
  });
});

describe("reading CloudFormation templates", () => {
  const template = `
AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Password: {Type: String, Default: hunter2}
Resources:
  Web:
    Type: AWS::EC2::Instance
    Metadata:
      AWS::CloudFormation::Init:
        configSets: {default: [config]}
        config:
          files:
            /etc/a.env: {content: !Sub "A=\${AWS::Region}", mode: "000600"}
            /etc/b.json: {content: {b: c}}
            /etc/c.env: {content: ${base64("C=d")}, encoding: base64}
            /etc/d: {source: https://example.com/d}
          commands:
            run: {command: [echo, hi], env: {E: f}, test: "test -f /x"}
    Properties:
      UserData: !Base64
        Fn::Join: ["", ["#!/bin/bash\\n", "echo ", !Ref Name, "\\n"]]
      Tags: [{Key: Owner, Value: team}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: x, Image: y, Environment: [{Name: G, Value: !If [Prod, h, i]}]}]
`;
  it("writes out functions, and reads user data, init metadata and variables", () => {
    const reading = document(template, "template.yaml");
    const rows = inner(reading);
    const init = "Resources.Web.Metadata.AWS::CloudFormation::Init.config";
    for (const row of [
      "Parameters.Password.Default | value | Password | hunter2",
      `${init}.files./etc/a.env.content | dotenv | /etc/a.env | A=\${AWS::Region}`,
      `${init}.files./etc/b.json.content | json | /etc/b.json | {\n  "b": "c"\n}`,
      `${init}.files./etc/c.env.content | dotenv | /etc/c.env | C=d`,
      `${init}.commands.run.command | shell |  | echo hi`,
      `${init}.commands.run.env.E | value | E | f`,
      `${init}.commands.run.test | shell |  | test -f /x`,
      "Resources.Web.Properties.UserData | shell |  | #!/bin/bash\necho ${Name}\n",
      "Resources.Web.Properties.Tags[0].Owner | value | Owner | team",
      "Resources.Task.Properties.ContainerDefinitions[0].Environment[0].G | value | G | h",
      "Resources.Task.Properties.ContainerDefinitions[0].Environment[0].G (Fn::If) | value | G | i",
    ])
      assert.ok(rows.includes(row), `${row}\n${rows.join("\n")}`);
    assert.deepEqual(unread(reading), [`${init}.files./etc/d.source: it is fetched at boot from an address`]);
  });

  it("reads the same in JSON", () => {
    const json = {
      Resources: {
        Web: {
          Type: "AWS::EC2::Instance",
          Properties: { UserData: { "Fn::Base64": { "Fn::Sub": ["#!/bin/sh\n${X}\n", { X: "y" }] } } },
        },
      },
    };
    assert.deepEqual(inner(document(json)), [
      "Resources.Web.Properties.UserData | shell |  | #!/bin/sh\n${X}\n",
    ]);
  });
});

describe("reading other documents", () => {
  it("reads container definitions", () => {
    assert.deepEqual(
      inner(
        document([
          {
            name: "a",
            image: "b",
            command: ["run", "--password", "c"],
            environment: [{ name: "D", value: "e" }],
            logConfiguration: { options: { f: "g" } },
          },
        ]),
      ),
      [
        "[0].environment.D | value | D | e",
        "[0].command | shell |  | run --password c",
        "[0].logConfiguration.options.f | value | f | g",
      ],
    );
  });

  it("decodes a Kubernetes Secret", () => {
    assert.deepEqual(
      inner(
        document(
          `apiVersion: v1\nkind: Secret\ndata:\n  password: ${base64("hunter2")}\n  app.env: ${base64("A=b")}\nstringData: {c: d}\n`,
        ),
      ),
      [
        "data.password | value | password | hunter2",
        "data.app.env | dotenv | app.env | A=b",
        "stringData.c | value | c | d",
      ],
    );
  });

  it("reads of any JSON or YAML the texts that its own lines show only in pieces", () => {
    assert.deepEqual(
      inner(document({ a: "b", "run.sh": "#!/bin/sh\necho hi", c: 'quote " here', d: "p\u00e4ss" })),
      [
        "run.sh | shell | run.sh | #!/bin/sh\necho hi",
        'c | text | c | quote " here',
        "d | value | d | p\u00e4ss",
      ],
    );
    assert.deepEqual(inner(document("a: b\nscript: |\n  echo hi\n  echo there\n", "x.yaml")), [
      "script | shell | script | echo hi\necho there\n",
    ]);
  });

  it("reads JSON with comments and trailing commas as YAML does, or says that it is none", () => {
    assert.deepEqual(inner(document('{"a": "x\\ny", # why\n}')), ["a | text | a | x\ny"]);
    assert.equal(unread(document('{"a": ')).length, 1);
  });

  it("does not take apart more than it can in time, and says so", () => {
    const large = `[${'"a",'.repeat(1_100_000)}"a"]`;
    assert.match(
      unread(document(large))[0] ?? "",
      /^document: it has 4400005 characters, and more than 4194304 are not taken apart$/,
    );
  });
});
