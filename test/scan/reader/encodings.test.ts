import assert from "node:assert/strict";
import { deflateSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { limits } from "../../../scan/reader/limits";
import { base64, inner, readUserData, texts, unread } from "./outline";

const script = "#!/bin/bash\necho hello from the instance\n";
const wrap = (text: string, width = 76) => text.replace(new RegExp(`.{${width}}`, "g"), "$&\n");

describe("reading encodings", () => {
  it("names each layer that it takes off", () => {
    const { root } = readUserData(base64(gzipSync(base64(script))));
    assert.deepEqual(root.place, ["userData", "base64", "gzip", "base64"]);
    assert.equal(root.text, script);
    assert.equal(root.format, "shell");
  });

  it("counts the bytes that EC2 counts: without base64, and compressed", () => {
    const compressed = gzipSync(script.repeat(100));
    assert.equal(readUserData(base64(compressed)).root.userDataBytes, compressed.length);
    assert.equal(readUserData(compressed).root.userDataBytes, compressed.length);
    assert.equal(readUserData("#!/bin/sh\necho é\n").root.userDataBytes, 18);
  });

  it("reads base64 that is wrapped, of the URL alphabet, without padding, or behind white space", () => {
    const text = `${script}# ~~~ ??? ${"x".repeat(200)}`;
    for (const encoded of [
      wrap(base64(text)),
      wrap(base64(text), 64).replaceAll("\n", "\r\n"),
      Buffer.from(text).toString("base64url"),
      `\n  ${base64(text)}\n`,
    ])
      assert.equal(readUserData(encoded).root.text, text);
  });

  it("takes for base64 only what decodes to something", () => {
    for (const word of [
      "true",
      "password",
      "test1234",
      "user-data",
      "AAAA",
      "thisIsJustALongIdentifierOfSomeone",
    ])
      assert.equal(readUserData(word).root.text, word);
  });

  it("inflates zlib too, and says what it does not inflate", () => {
    assert.equal(readUserData(deflateSync(script)).root.text, script);
    for (const [name, start] of [
      ["bzip2", [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41]],
      ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
      ["zstd", [0x28, 0xb5, 0x2f, 0xfd, 0x01, 0x02]],
      ["zip", [0x50, 0x4b, 0x03, 0x04, 0x01, 0x02]],
    ] as const) {
      const reading = readUserData(Buffer.concat([Buffer.from(start), Buffer.alloc(30, 0x81)]));
      assert.deepEqual(unread(reading), [`${name}: ${name} is not read here (36 bytes)`]);
      assert.equal(reading.root.text, "");
    }
  });

  it("reads what is left of a gzip that was cut off, and says that it was", () => {
    const reading = readUserData(gzipSync(script.repeat(500), { level: 1 }).subarray(0, -12));
    assert.ok(reading.root.text.startsWith(script));
    assert.deepEqual(unread(reading), ["gzip: stops before its end"]);
  });

  it("says that a gzip is damaged", () => {
    assert.deepEqual(unread(readUserData(Buffer.from("1f8bffffffffffffffffffffffff", "hex"))), [
      "gzip: is damaged (14 bytes)",
    ]);
  });

  it("stops at a bomb", () => {
    const bomb = gzipSync(Buffer.alloc(limits.inflatedBytes + 1));
    assert.deepEqual(unread(readUserData(bomb)), [
      `gzip: inflates to more than ${limits.inflatedBytes} bytes`,
    ]);
  });

  it("stops where one encoding hides another without end", () => {
    let content: string = script;
    for (let i = 0; i <= limits.layers; i++) content = base64(content);
    assert.match(unread(readUserData(content))[0] ?? "", /is encoded more than 10 times over$/);
  });

  it("reads a text that begins like a compressed one", () => {
    assert.equal(readUserData("x^2 + y^2").root.text, "x^2 + y^2");
    assert.equal(readUserData("BZhello").root.text, "BZhello");
  });

  it("reads UTF-16 with and without a byte order mark", () => {
    const text = "Write-Host 'hello there'\r\n";
    const little = Buffer.from(text, "utf16le");
    assert.equal(readUserData(little).root.text, text);
    assert.equal(readUserData(Buffer.concat([Buffer.from([0xff, 0xfe]), little])).root.text, text);
    const big = Buffer.from(little).swap16();
    assert.equal(readUserData(Buffer.concat([Buffer.from([0xfe, 0xff]), big])).root.text, text);
  });

  it("reads a script with a binary payload behind it, and says that some of it is binary", () => {
    const reading = readUserData(Buffer.concat([Buffer.from(script), Buffer.alloc(400, 1)]));
    assert.ok(reading.root.text.startsWith(script));
    assert.deepEqual(unread(reading), [": some of it is binary data"]);
  });

  it("reads Latin-1", () => {
    assert.equal(
      readUserData(Buffer.from("#!/bin/sh\necho gr\xfc\xdfe an alle\n", "latin1")).root.text,
      "#!/bin/sh\necho gr\xfc\xdfe an alle\n",
    );
  });

  it("says that binary data was not read", () => {
    const noise = Buffer.from(Array.from({ length: 256 }, (_, i) => (i * 167 + 13) % 256));
    assert.deepEqual(unread(readUserData(noise)), [": 256 bytes of binary data"]);
  });

  it("finds again what any stack of encodings hides", () => {
    const encoders: Record<string, (content: Uint8Array) => string | Uint8Array> = {
      base64,
      wrapped: (content) => wrap(base64(content)),
      url: (content) => Buffer.from(content).toString("base64url"),
      gzip: (content) => gzipSync(content),
      zlib: (content) => deflateSync(content),
    };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.keys(encoders)), { maxLength: limits.layers }),
        fc.string({ unit: "grapheme-ascii", maxLength: 200 }),
        (stack, text) => {
          const whole = `#!/bin/sh\n${text}\n`;
          let content: string | Uint8Array = Buffer.from(whole);
          for (const name of stack) content = encoders[name]?.(Buffer.from(content)) ?? content;
          const reading = readUserData(Buffer.from(content));
          assert.equal(reading.root.text, whole);
          assert.deepEqual(reading.unread, []);
        },
      ),
    );
  });
});

describe("reading base64 in the middle of a text", () => {
  const hidden = "#!/bin/sh\necho what was hidden\n";
  const find = (text: string) =>
    inner(readUserData(`#!/bin/bash\n${text}`)).filter((row) => row.startsWith("base64"));

  it("finds it in commands, here-strings, heredocs and calls, with its line", () => {
    for (const line of [
      `echo ${base64(hidden)} | base64 -d | bash`,
      `base64 --decode <<< "${base64(hidden)}"`,
      `printf '%s' '${base64(hidden)}' | openssl base64 -d -A`,
      `python3 -c 'import base64; exec(base64.b64decode("${base64(hidden)}"))'`,
      `X='${base64(hidden)}'`,
    ])
      assert.deepEqual(find(`true\n${line}\n`), [`base64 at line 3 | shell |  | ${hidden}`]);
  });

  it("gives it the name of the file that it is decoded to", () => {
    assert.deepEqual(find(`echo ${base64("A=b\nPORT=8080\n")} | base64 -d > /etc/app.env`), [
      "base64 at line 2 | dotenv | /etc/app.env | A=b\nPORT=8080\n",
    ]);
  });

  it("joins wrapped lines", () => {
    const long = `#!/bin/sh\n${"echo a line of some length\n".repeat(12)}`;
    assert.deepEqual(find(`B64="${wrap(base64(long))}"\necho done`), [
      `base64 at line 2 | shell |  | ${long}`,
    ]);
    assert.deepEqual(find(`base64 -d > /x.sh <<EOF\n${wrap(base64(long))}\nEOF\n`).length, 1);
  });

  it("inflates what it decodes", () => {
    assert.deepEqual(find(`echo ${base64(gzipSync(hidden))} | base64 -d | gunzip | sh`), [
      `base64 at line 2 > gzip | shell |  | ${hidden}`,
    ]);
  });

  it("reads a short one only where its line speaks of base64", () => {
    assert.deepEqual(find(`echo ${base64("hunter2!")} | base64 -d`), [
      "base64 at line 2 | text |  | hunter2!",
    ]);
    assert.deepEqual(find(`curl -H "Authorization: Basic ${base64("user:pass")}" https://example.com`), [
      "base64 at line 2 | text |  | user:pass",
    ]);
    assert.deepEqual(find(`echo ${base64("hunter2!")}`), []);
  });

  it("decodes twice", () => {
    assert.deepEqual(
      texts(readUserData(`#!/bin/bash\necho ${base64(base64(hidden))} | base64 -d | base64 -d\n`)).at(-1),
      hidden,
    );
  });

  it("leaves identifiers, digests and paths alone", () => {
    assert.deepEqual(
      find(
        "sha256sum=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n/usr/local/lib/python3/dist/packages/something\nAutoScalingGroupNameOfTheFleet\n",
      ),
      [],
    );
  });

  it("says when what is decoded is no text", () => {
    const noise = Buffer.from(Array.from({ length: 90 }, (_, i) => (i * 89 + 130) % 256)).toString("base64");
    assert.deepEqual(unread(readUserData(`#!/bin/bash\necho ${noise} | base64 -d > /x\n`)), [
      "base64 at line 2: decodes to 90 bytes that are no text",
    ]);
    assert.deepEqual(unread(readUserData(`#!/bin/bash\nX=${noise}\n`)), []);
  });

  it("needs no word about a certificate", () => {
    const body = Buffer.from(Array.from({ length: 1200 }, (_, i) => (i * i * 89 + 130) % 256)).toString(
      "base64",
    );
    assert.deepEqual(
      unread(readUserData(`#!/bin/bash\n-----BEGIN CERTIFICATE-----\n${wrap(body, 64)}\n`)),
      [],
    );
    assert.equal(unread(readUserData(`#!/bin/bash\nX=${body}\n`)).length, 1);
  });

  it("decodes hexadecimal that its line decodes", () => {
    const hex = Buffer.from("A=secret text").toString("hex");
    assert.deepEqual(inner(readUserData(`#!/bin/bash\necho ${hex} | xxd -r -p > /etc/a.env\n`)), [
      "hex at line 2 | dotenv | /etc/a.env | A=secret text",
    ]);
    assert.deepEqual(inner(readUserData(`#!/bin/bash\necho ${hex}\n`)), []);
  });

  it("finds PowerShell's encoded commands", () => {
    const command = "Write-Host 'what was hidden'";
    const encoded = Buffer.from(command, "utf16le").toString("base64");
    for (const flag of ["-EncodedCommand", "-enc", "-ec", "-e"])
      assert.deepEqual(
        inner(readUserData(`<powershell>\npowershell ${flag} ${encoded}\n</powershell>`)).at(-1),
        `<powershell> > base64 at line 2 | powershell |  | ${command}`,
      );
  });
});
