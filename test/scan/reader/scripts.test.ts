import assert from "node:assert/strict";
import { inner, readUserData, unread } from "./outline";

const shell = (text: string) => inner(readUserData(`#!/bin/bash\n${text}`));

describe("reading shell", () => {
  it("reads a heredoc by the file that it is written to", () => {
    assert.deepEqual(
      shell(
        "cat > /etc/app.json <<EOF\n{}\nEOF\nsudo tee -a /etc/environment > /dev/null <<'END'\nA=b\nEND\ncat <<-\"X\" >> ~/.aws/credentials\n\t[default]\n\tX\ncat <<\\Q | tee /x.py\npass\nQ\n",
      ),
      [
        "heredoc at line 2 | json | /etc/app.json | {}",
        "heredoc at line 5 | dotenv | /etc/environment | A=b",
        "heredoc at line 8 | ini | ~/.aws/credentials | [default]",
        "heredoc at line 11 | python | /x.py | pass",
      ],
    );
  });

  it("tells one without a file by what reads it", () => {
    assert.deepEqual(
      shell(
        "python3 - <<EOF\nx = 1\nEOF\nkubectl apply -f - <<EOF\na: b\nEOF\nsudo bash -s <<EOF\nwhoami\nEOF\n",
      ),
      [
        "heredoc at line 2 | python |  | x = 1",
        "heredoc at line 5 | yaml |  | a: b",
        "heredoc at line 8 | shell |  | whoami",
      ],
    );
  });

  it("reads two of one line, and one inside another", () => {
    assert.deepEqual(
      shell("diff <(cat <<A) <(cat <<B)\none\nA\ntwo\nB\n").map((row) => row.split(" | ")[3]),
      ["one", "two"],
    );
    assert.deepEqual(
      shell("cat > /a.sh <<A\n#!/bin/sh\ncat > /b.env <<B\nX=y\nB\nA\n").map((row) => row.split(" | ")[0]),
      ["heredoc at line 2", "heredoc at line 2 > heredoc at line 2"],
    );
  });

  it("takes what is left for one that nothing ends, as the shell does", () => {
    assert.deepEqual(shell("cat > /a.env <<EOF\nX=y\n EOF\n"), [
      "heredoc at line 2 | dotenv | /a.env | X=y\n EOF",
    ]);
  });

  it("takes neither a shift, nor a here-string, nor a comment for a heredoc", () => {
    assert.deepEqual(shell("x=$((1 << n))\ncat <<< EOF\n# cat <<EOF\necho hi\n"), []);
  });

  it("ends at the delimiter with Windows line ends", () => {
    assert.deepEqual(shell("cat > /a.env <<EOF\r\nX=y\r\nEOF\r\necho hi\r\n"), [
      "heredoc at line 2 | dotenv | /a.env | X=y",
    ]);
  });

  it("reads what is echoed into files, escapes undone", () => {
    assert.deepEqual(
      shell(
        'echo \'A=b\' > /etc/a.env\nprintf "[x]\\nkey = \\"v\\"\\n" | sudo tee /etc/x.ini\necho "not into a file"\n',
      ),
      ["echo at line 2 | dotenv | /etc/a.env | A=b", 'echo at line 3 | ini | /etc/x.ini | [x]\nkey = "v"\n'],
    );
  });
});

describe("reading what Windows gets", () => {
  it("reads each tag by its language", () => {
    const reading = readUserData(
      "<SCRIPT>\r\necho one\r\n</SCRIPT>\r\n<powershell>Write-Host two</powershell>\r\n<powershellArguments>-a b</powershellArguments><persist>true</persist>",
    );
    assert.equal(reading.root.ignored, undefined);
    assert.deepEqual(inner(reading), [
      "<powershell> | powershell |  | Write-Host two",
      "<script> | batch |  | \r\necho one\r\n",
      "<powershellArguments> | value | powershellArguments | -a b",
    ]);
  });

  it("reads a tag that nothing closes, and says that EC2Launch does not", () => {
    const reading = readUserData("<powershell>\nWrite-Host hi\n");
    assert.equal(reading.root.ignored, "EC2Launch finds no </powershell>");
    assert.deepEqual(inner(reading), ["<powershell> | powershell |  | \nWrite-Host hi\n"]);
  });

  it("reads here-strings by the file that they are written to", () => {
    const text = `<powershell>
@"
A=b
"@ | Out-File -FilePath C:\\a.env
Set-Content -Path "C:\\b.json" -Value @'
{}
'@
$x = @"
no file
"@
</powershell>`;
    assert.deepEqual(inner(readUserData(text)).slice(1), [
      "<powershell> > here-string at line 2 | dotenv | C:\\a.env | A=b",
      "<powershell> > here-string at line 5 | json | C:\\b.json | {}",
      "<powershell> > here-string at line 8 | text |  | no file",
    ]);
  });

  it("reads the tasks of EC2Launch v2", () => {
    const reading = readUserData(
      "version: 1.1\ntasks:\n- task: executeScript\n  inputs:\n  - frequency: always\n    type: powershell\n    runAs: localSystem\n    content: |-\n      Write-Host one\n  - type: batch\n    content: echo two\n- task: setAdminAccount\n  inputs:\n    password:\n      type: static\n      data: three\n",
    );
    assert.equal(reading.root.ignored, undefined);
    assert.deepEqual(inner(reading), [
      "tasks[0].inputs[0].content | powershell |  | Write-Host one",
      "tasks[0].inputs[0].frequency | value | frequency | always",
      "tasks[0].inputs[0].type | value | type | powershell",
      "tasks[0].inputs[0].runAs | value | runAs | localSystem",
      "tasks[0].inputs[1].content | batch |  | echo two",
      "tasks[0].inputs[1].type | value | type | batch",
      "tasks[1].inputs.password.type | value | type | static",
      "tasks[1].inputs.password.data | value | data | three",
    ]);
  });

  it("reads an answer file, hidden passwords too", () => {
    const hidden = Buffer.from("hunter2AdministratorPassword", "utf16le").toString("base64");
    const file = `<?xml version="1.0"?>\n<unattend><AdministratorPassword><Value>${hidden}</Value><PlainText>false</PlainText></AdministratorPassword><AutoLogon><Password><Value>a&amp;b&#33;</Value></Password></AutoLogon><Run><![CDATA[echo <hi>]]></Run></unattend>`;
    const rows = inner(
      readUserData(`<powershell>\n@'\n${file}\n'@ | Out-File C:\\unattend.xml\n</powershell>`),
    );
    assert.ok(
      rows.includes(
        "<powershell> > here-string at line 2 > <AdministratorPassword> hidden | value | AdministratorPassword | hunter2",
      ),
    );
    assert.ok(rows.includes("<powershell> > here-string at line 2 > <Password> | value | Password | a&b!"));
    assert.ok(rows.includes("<powershell> > here-string at line 2 > <Run> | shell | Run | echo <hi>"));
  });
});

describe("reading units", () => {
  it("gives each variable of a unit its name", () => {
    const unit = "[Service]\nEnvironment=\"A=b c\" D=e\nEnvironment='F=g'\nExecStart=/bin/x\n";
    assert.deepEqual(
      shell(`cat > /etc/systemd/system/x.service <<EOF\n${unit}EOF\n`)
        .slice(1)
        .map((row) => row.replace(/^.*? > /, "")),
      ["Environment A | value | A | b c", "Environment D | value | D | e", "Environment F | value | F | g"],
    );
  });
});

describe("what is unread", () => {
  it("says where nesting ends", () => {
    const deep = Array.from({ length: 40 }, (_, i) => `cat <<E${i}\n`).join("");
    assert.match(unread(readUserData(`#!/bin/sh\n${deep}`)).join(), /it is nested more than 16 deep$/);
  });

  it("says where there are too many parts, once", () => {
    const reading = readUserData(`#cloud-config\nruncmd:\n${"- a\n".repeat(20_100)}`);
    assert.deepEqual(unread(reading), [
      "runcmd[19999]: there are more than 20000 parts; nothing from here on",
    ]);
    assert.equal(reading.root.parts.length, 19_999);
  });

  it("lists no more rows than anyone would read", () => {
    const reading = readUserData(`#include\n${"https://example.com/x\n".repeat(600)}`);
    assert.equal(reading.unread.length, 501);
    assert.deepEqual(reading.unread.at(-1), {
      place: ["userData"],
      reason: "there is more, beyond the 500 listed",
    });
  });
});
