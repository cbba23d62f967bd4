import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { base64, inner, readUserData, texts, unread } from "./outline";

const ignoredBy = (content: string) => readUserData(content).root.ignored;

describe("what cloud-init makes of user data", () => {
  it("acts on what it knows by its beginning, in either case and behind white space", () => {
    for (const text of [
      "#cloud-config\na: b\n",
      "\n  #Cloud-Config\na: b\n",
      "#!/bin/sh\n",
      "#include\n",
      "#cloud-boothook\necho hi\n",
      "#part-handler\n",
      "#cloud-config-archive\n- a\n",
    ])
      assert.equal(ignoredBy(text), undefined, text);
  });

  it("ignores what it does not know, whatever it looks like", () => {
    const reason =
      "it begins with nothing that cloud-init, EC2Launch, Ignition or Bottlerocket knows (#!, #cloud-config, <powershell> …)";
    for (const text of [
      "echo hi\n",
      "packages: [nginx]\n",
      "# cloud-config\na: b\n",
      "\ufeff#cloud-config\na: b\n",
    ])
      assert.equal(ignoredBy(text), reason, text);
    assert.equal(ignoredBy(" \n"), undefined);
  });

  it("cannot run a script whose #! is not its first character", () => {
    assert.equal(ignoredBy("\n#!/bin/bash\necho hi\n"), "white space before its #! keeps it from being run");
  });

  it("tells a script's language by its interpreter", () => {
    const formatOf = (line: string) => readUserData(`${line}\n`).root.format;
    assert.equal(formatOf("#!/usr/bin/env python3"), "python");
    assert.equal(formatOf("#!/usr/bin/pwsh"), "powershell");
    assert.equal(formatOf("#!/usr/bin/perl -w"), "text");
    assert.equal(formatOf("#! /bin/dash"), "shell");
  });

  it("fetches what #include names", () => {
    const reading = readUserData(
      "#include https://example.com/a\n# a comment\n#include-once\nhttps://example.com/b\n",
    );
    assert.deepEqual(inner(reading), [
      "include 1 | value | include | https://example.com/a",
      "include 2 | value | include | https://example.com/b",
    ]);
    assert.deepEqual(unread(reading), [
      "include 1: it is fetched at boot from an address",
      "include 2: it is fetched at boot from an address",
    ]);
  });

  it("reads a template as what it renders to", () => {
    const reading = readUserData(
      "## template: jinja\n#cloud-config\n{% if v1.region %}\nruncmd:\n  - echo {{ v1.local_hostname }}\n{% endif %}\n",
    );
    assert.equal(reading.root.format, "cloudConfig");
    assert.deepEqual(inner(reading), ["runcmd[0] | shell |  | echo template"]);
    assert.equal(
      ignoredBy("## template: jinja\necho hi\n"),
      "behind its jinja line it begins with nothing that cloud-init knows",
    );
  });

  it("takes an archive apart, each entry by its type, its beginning, or as cloud-config", () => {
    const reading = readUserData(
      `#cloud-config-archive\n- |\n  #!/bin/sh\n  echo one\n- type: text/cloud-boothook\n  filename: hook\n  content: |\n    echo two\n- content: 'runcmd: [echo three]'\n- type: text/foo\n  content: four\n- !!binary ${base64("#!/bin/sh\necho five\n")}\n`,
    );
    assert.deepEqual(
      inner(reading).map((row) => row.split(" | ").slice(0, 3).join(" | ")),
      [
        "part 1 (text/x-shellscript) | shell | ",
        "part 2 (text/cloud-boothook) | shell | hook",
        "part 3 (text/cloud-config) | cloudConfig | ",
        "part 3 (text/cloud-config) > runcmd[0] | shell | ",
        "part 4 (text/foo) | text | ",
      ],
    );
    assert.equal(reading.root.parts[3]?.ignored, "cloud-init does not know its type");
  });

  it("reads a JSON patch", () => {
    assert.deepEqual(
      inner(readUserData('#cloud-config-jsonp\n[{"op":"add","path":"/runcmd","value":["echo hi"]}]')),
      [
        "[0].op | value | op | add",
        "[0].path | value | path | /runcmd",
        "[0].value[0] | value | value | echo hi",
      ],
    );
  });
});

describe("reading MIME as Python's email does", () => {
  const message = (parts: string, head = "MIME-Version: 1.0\n") =>
    `Content-Type: multipart/mixed; boundary="==b=="\n${head}\n${parts}`;
  const part = (headers: string, body: string) => `--==b==\n${headers}\n\n${body}\n`;

  it("reads each part by its type and name", () => {
    const reading = readUserData(
      message(
        `a preamble\n${part("Content-Type: text/cloud-config; charset=us-ascii", "#cloud-config\nruncmd: [echo one]")}${part('Content-Type: text/x-shellscript\nContent-Disposition: attachment; filename="two.sh"', "#!/bin/sh\necho two")}--==b==--\nan epilogue\n`,
      ),
    );
    assert.equal(reading.root.format, "mime");
    assert.equal(reading.root.ignored, undefined);
    assert.deepEqual(inner(reading), [
      "part 1 (text/cloud-config) | cloudConfig |  | #cloud-config\nruncmd: [echo one]",
      "part 1 (text/cloud-config) > runcmd[0] | shell |  | echo one",
      "part 2 (text/x-shellscript) | shell | two.sh | #!/bin/sh\necho two",
    ]);
  });

  it("takes CRLF, folded headers, odd case and a boundary without quotes", () => {
    const text = message(
      `${part("content-type:\n text/x-shellscript", "#!/bin/sh")}--==b==--`,
      "mime-version: 1.0\n",
    )
      .replace('"==b=="', "==b==")
      .replaceAll("\n", "\r\n");
    assert.deepEqual(inner(readUserData(text)), ["part 1 (text/x-shellscript) | shell |  | #!/bin/sh"]);
  });

  it("undoes transfer encodings", () => {
    const script = "#!/bin/sh\necho ü = 1\n";
    const quoted = "#!/bin/sh=0Aecho =C3=BC =\n=3D 1=0A";
    const reading = readUserData(
      message(
        `${part("Content-Type: text/x-shellscript\nContent-Transfer-Encoding: BASE64", base64(script))}${part("Content-Type: text/x-shellscript\nContent-Transfer-Encoding: quoted-printable", quoted)}${part("Content-Type: application/gzip\nContent-Transfer-Encoding: base64", base64(gzipSync(script)))}${part("Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode", "begin")}--==b==--\n`,
      ),
    );
    assert.deepEqual(texts(reading).slice(1), [script, script, script]);
    assert.deepEqual(unread(reading), ["part 4 (text/plain): uuencode is not read here"]);
  });

  it("descends into parts of parts", () => {
    const nested = `Content-Type: multipart/mixed; boundary=in\n\n--in\nContent-Type: text/x-shellscript\n\n#!/bin/sh\n--in--`;
    assert.deepEqual(
      inner(readUserData(message(`--==b==\n${nested}\n--==b==--\n`))).map((row) => row.split(" | ")[0]),
      ["part 1 (multipart/mixed)", "part 1 (multipart/mixed) > part 1 (text/x-shellscript)"],
    );
  });

  it("reads a part that nothing ends", () => {
    assert.deepEqual(inner(readUserData(message("--==b==\n\n#!/bin/sh\necho hi\n"))), [
      "part 1 (text/plain) | shell |  | #!/bin/sh\necho hi\n",
    ]);
  });

  it("is not fooled by a boundary that is only like its own", () => {
    assert.deepEqual(
      texts(
        readUserData(
          message(
            part("Content-Type: text/x-shellscript", "#!/bin/sh\n--==b==x\n --==b==\necho hi") +
              "--==b==-- \n",
          ),
        ),
      ).slice(1),
      ["#!/bin/sh\n--==b==x\n --==b==\necho hi"],
    );
  });

  it("reads the first line that is no header as the body's", () => {
    assert.deepEqual(
      texts(
        readUserData(
          message("--==b==\nContent-Type: text/x-shellscript\n#!/bin/sh no blank line\n--==b==--"),
        ),
      ).slice(1),
      ["#!/bin/sh no blank line"],
    );
  });

  it("says what cloud-init ignores, and reads it all the same", () => {
    const parts =
      part("Content-Type: text/x-shellscript", "echo hi") +
      part("Content-Type: text/upstart-job", "exec hi") +
      part("Content-Type: text/html", "<a>");
    const reading = readUserData(message(`${parts}--==b==--`));
    assert.deepEqual(
      reading.root.parts.map(({ ignored }) => ignored),
      [
        "it begins with no #!, so it cannot be run",
        "cloud-init has no upstart jobs any more",
        "cloud-init does not know its type",
      ],
    );
    assert.equal(
      readUserData(message(parts, "")).root.ignored,
      "cloud-init takes nothing for MIME that has no MIME-Version header in its first 4,096 bytes",
    );
    const indented = readUserData(`\n${message(parts)}`);
    assert.equal(indented.root.ignored, "white space before its headers keeps cloud-init from reading them");
    assert.equal(indented.root.parts.length, 3);
    const lost = readUserData(message("--other\n\n#!/bin/sh\n--other--"));
    assert.equal(
      lost.root.parts[0]?.ignored,
      "its boundary does not stand in it, so cloud-init finds no part",
    );
  });

  it("finds any part again, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { minLength: 1, maxLength: 5 }),
        (contents) => {
          const parts = contents.map((text) =>
            part(
              "Content-Type: text/x-shellscript\nContent-Transfer-Encoding: base64",
              base64(`#!/bin/sh\n${text}`),
            ),
          );
          assert.deepEqual(
            readUserData(message(`${parts.join("")}--==b==--\n`)).root.parts.map(({ text }) => text),
            contents.map((text) => `#!/bin/sh\n${text}`),
          );
        },
      ),
    );
  });
});

describe("reading cloud-config", () => {
  const config = (text: string) => readUserData(`#cloud-config\n${text}`);

  it("decodes files by every encoding that cloud-init knows, and takes any other for plain text", () => {
    const text = "A=b\nC=d\n";
    const gz = base64(gzipSync(text));
    for (const [encoding, content] of [
      ["b64", base64(text)],
      ["base64", base64(text)],
      [" Base64 ", base64(text)],
      ["gz+b64", gz],
      ["gz+base64", gz],
      ["gzip+b64", gz],
      ["gzip+base64", gz],
      ["gzip", `!!binary ${gz}`],
      ["gz", `!!binary ${gz}`],
      ["text/plain", JSON.stringify(text)],
      ["rot13", JSON.stringify(text)],
      ["", JSON.stringify(text)],
    ]) {
      const reading = config(
        `write_files:\n  - path: /etc/a.env\n    encoding: "${encoding}"\n    content: ${content}\n`,
      );
      const [first] = reading.root.parts;
      assert.deepEqual([first?.text, first?.name, first?.format], [text, "/etc/a.env", "dotenv"], encoding);
      assert.deepEqual(reading.unread, []);
    }
  });

  it("reads what is declared as base64 and is none, and says so", () => {
    const reading = config("write_files: [{path: /a, encoding: b64, content: 'PASSWORD: hunter2'}]");
    assert.deepEqual(inner(reading), ["write_files[0].content | yaml | /a | PASSWORD: hunter2"]);
    assert.deepEqual(unread(reading), ["write_files[0].content: it is declared as base64 and is none"]);
  });

  it("says that a file from an address was not read", () => {
    assert.deepEqual(unread(config("write_files: [{path: /a, source: {uri: 'https://example.com/a'}}]")), [
      "write_files[0].source: it is fetched at boot from an address",
    ]);
  });

  it("reads commands as strings and as lists", () => {
    assert.deepEqual(
      inner(
        config(
          "bootcmd: [echo one]\nruncmd:\n  - echo two\n  - [sh, -c, 'echo \"three\" | cat']\n  - [echo, four five, it's]\n",
        ),
      ),
      [
        "bootcmd[0] | shell |  | echo one",
        "runcmd[0] | shell |  | echo two",
        'runcmd[1] | shell |  | echo "three" | cat',
        "runcmd[2] | shell |  | echo 'four five' 'it'\\''s'",
      ],
    );
  });

  it("gives every other value its path and name, as it was written", () => {
    assert.deepEqual(
      inner(
        config(
          'users:\n  - default\n  - name: ops\n    plain_text_passwd: 0123\nchpasswd: {list: "root:no\\nops:yes"}\n',
        ),
      ),
      [
        "users[0] | value | users | default",
        "users[1].name | value | name | ops",
        "users[1].plain_text_passwd | value | plain_text_passwd | 0123",
        "chpasswd.list | text | list | root:no\nops:yes",
      ],
    );
  });

  it("reads what an autoinstall hands on", () => {
    assert.deepEqual(inner(config("autoinstall:\n  user-data:\n    runcmd: [echo hi]\n")), [
      "autoinstall.user-data.runcmd[0] | shell |  | echo hi",
    ]);
  });

  it("says what is no YAML without quoting it", () => {
    const reading = config("password: hunter2: x\n  - y\n");
    assert.match(
      unread(reading)[0] ?? "",
      /^YAML: it is no YAML \(line 2\): .*; cloud-init would not read it either$/,
    );
    assert.doesNotMatch(unread(reading).join(), /hunter2|password/);
  });

  it("ends where aliases make few lines endless", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? "x" : `*a${i - 1}, *a${i - 1}`}]`,
    ).join("\n");
    assert.equal(config(bomb).unread.length > 0, true);
  });

  it("ends where it is nested without end", () => {
    assert.match(unread(config(`a: ${"[".repeat(100_000)}`))[0] ?? "", /nesting/);
  });
});
