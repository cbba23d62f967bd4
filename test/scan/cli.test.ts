import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../build/compile";

/** Put together here, so that no file holds one. */
const password = ["k3Vq", "9Zr", "T7wLm", "2x"].join("");

describe("npm run scan", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "scan-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const scan = (args: readonly string[], input = "") => {
    const run = spawnSync(process.execPath, [path.join(root, "build/run.js"), "scan/cli.ts", ...args], {
      cwd: folder,
      input,
      encoding: "utf8",
    });
    assert.equal(`${run.stdout}${run.stderr}`.includes(password), false, "it shows the secret");
    return run;
  };

  it("reads standard input, finds a secret through its encodings, and ends with 1", () => {
    const userData = `#!/bin/bash\nexport DB_PASSWORD="${password}"\n`;
    const { status, stdout } = scan(["-"], Buffer.from(userData).toString("base64"));
    assert.equal(status, 1);
    assert.match(stdout, /^-\n {2}- > base64:2:\d+ {2}[\w-]+: holds a secret \[/);
  }).timeout(60_000);

  it("reads whole folders but for pictures and what others wrote, and links not at all", () => {
    const tree = path.join(folder, "tree");
    mkdirSync(path.join(tree, "node_modules"), { recursive: true });
    writeFileSync(path.join(tree, "clean.sh"), "#!/bin/sh\necho hi\n");
    writeFileSync(path.join(tree, "logo.png"), Buffer.from("89504e470d0a1a0a0000", "hex"));
    writeFileSync(path.join(tree, "node_modules/x.sh"), `DB_PASSWORD="${password}"\n`);
    assert.equal(scan(["tree"]).status, 0);
    symlinkSync("/etc/hostname", path.join(tree, "link"));
    const { status, stdout } = scan(["--format", "json", "tree"]);
    assert.equal(status, 2);
    assert.deepEqual(JSON.parse(stdout), {
      findings: [],
      unread: [{ file: "tree/link", place: [], reason: "it is no file: a link is not followed" }],
      judged: 1,
    });
  }).timeout(60_000);

  it("ends with 2 and says how it is used for wrong arguments, and for a file that is not there", () => {
    for (const args of [[], ["--format", "xml", "x"], ["--nope"]]) {
      const { status, stdout, stderr } = scan(args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /\n\nnpm run -s scan --/);
    }
    const { status, stdout } = scan(["missing"]);
    assert.equal(status, 2);
    assert.match(stdout, /missing\n {2}not read {2}: there is no such file/);
  }).timeout(60_000);
});
