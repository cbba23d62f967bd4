import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import * as z from "zod";
import { root } from "../../build/compile";
import { ScratchCopy } from "./scratchCopy";

const said = z.array(
  z.strictObject({
    pack: z.string(),
    rule: z.string(),
    level: z.string(),
    urn: z.string(),
    message: z.string(),
  }),
);

const verdictSchema = z.strictObject({
  stack: z.string(),
  outcome: z.string(),
  changes: z.strictObject({
    create: z.int(),
    update: z.int(),
    replace: z.int(),
    delete: z.int(),
    same: z.int(),
  }),
  violations: said,
  undecided: said,
  exempted: said,
  repairs: z.array(
    z.strictObject({
      pack: z.string(),
      rule: z.string(),
      urn: z.string(),
      properties: z.array(z.string()),
    }),
  ),
  userData: z.array(z.strictObject({ urn: z.string(), bytes: z.int().nullable() })),
  problems: z.array(z.string()),
});

function preview(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ["review/main.js", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

/** Everything on stdout, which must be one JSON document. */
function verdictOf({ stdout }: SpawnSyncReturns<string>) {
  return verdictSchema.parse(JSON.parse(stdout));
}

/** Who answers without a token where dev's templates and instances do: a template each of two workloads and a host, an instance. */
const openMetadata = [
  "ec2-launch-template-requires-imdsv2",
  "ec2-launch-template-requires-imdsv2",
  "ec2-instance-requires-imdsv2",
  "ec2-launch-template-requires-imdsv2",
];

const rulesOf = (verdicts: readonly { rule: string }[]) =>
  [...new Set(verdicts.map(({ rule }) => rule))].sort();

describe("npm run preview, on the real engine", function () {
  this.timeout(120_000);
  let copy: ScratchCopy;
  beforeEach(() => {
    copy = new ScratchCopy();
  });
  afterEach(() => copy.remove());

  for (const stack of ["dev", "prod"]) {
    it(`finds ${stack} clean, with exit code 0 and one JSON document alone on stdout`, () => {
      const run = preview(copy.folder, "--stack", stack, "--json");
      const { changes, userData, undecided, exempted, ...verdict } = verdictOf(run);
      const nothing = { violations: [], repairs: [], problems: [] };
      assert.deepEqual([run.status, verdict], [0, { stack, outcome: "clean", ...nothing }]);
      // Groups that are bound to an interface of one zone: docs/hosts.md.
      assert.deepEqual(rulesOf(exempted), ["autoscaling-group-spans-zones"]);
      // On an empty account: a template's version, the VPC's subnets, policies about ARNs, settings that name interfaces.
      assert.deepEqual(rulesOf(undecided), [
        "autoscaling-group-pinned-template-version",
        "autoscaling-group-spans-zones",
        "ec2-boot-content-no-secrets",
        "iam-policy-no-wildcard-actions",
        "iam-policy-no-wildcard-resources",
        "s3-bucket-policy-tls-only",
      ]);
      assert.ok(changes.create > 50, `${changes.create} resources to create`);
      assert.deepEqual({ ...changes, create: 0 }, { create: 0, update: 0, replace: 0, delete: 0, same: 0 });
      assert.deepEqual(
        userData.filter(({ bytes }) => bytes === null || bytes > 16_384),
        [],
      );
    });
  }

  it("finds a workload with a 40 KB file clean: the file leaves user data for the bucket", () => {
    // Hardly compressible, and no secret: a line of figures each.
    const noise = Array.from({ length: 1300 }, (_, index) =>
      BigInt(`0x${createHash("sha256").update(`${index}`).digest("hex").slice(0, 24)}`).toString(),
    );
    const file = `{ kind: "file", path: "/etc/large", content: { kind: "literal", text: "${noise.join("\\n")}" } }`;
    const objects = (run: SpawnSyncReturns<string>) => verdictOf(run).changes.create;
    const before = objects(preview(copy.folder, "--json"));
    copy.edit("infra/workloads/web.ts", /( +)\{ kind: "service", name: "web"/, `$1${file},\n$&`);
    const run = preview(copy.folder, "--json");
    assert.equal(run.status, 0, run.stdout);
    assert.equal(objects(run), before + 1);
    assert.ok(verdictOf(run).userData.every(({ bytes }) => bytes !== null && bytes <= 16_384));
  });

  it("ends with exit code 1 and names rule, resource and remedy when a launch template allows IMDSv1", () => {
    copy.edit("infra/compute/launchTemplate.ts", 'httpTokens: "required"', 'httpTokens: "optional"');
    const run = preview(copy.folder);
    assert.equal(run.status, 1, run.stderr);
    assert.match(
      run.stdout,
      /✗ mandatory imds\/ec2-launch-template-requires-imdsv2\n {2}aws:ec2\/launchTemplate:LaunchTemplate web\n/,
    );
    assert.match(run.stdout, /metadataOptions\.httpTokens: expected "required", got "optional"\. Set/);
    assert.equal(run.stdout.trimEnd().split("\n").at(-1), "dev: refused: 4 mandatory violations.");
  });

  it("ends with exit code 0 and shows the violation when the stack made the pack advisory", () => {
    copy.edit("infra/compute/launchTemplate.ts", 'httpTokens: "required"', 'httpTokens: "optional"');
    copy.edit("Pulumi.dev.yaml", "imds: mandatory", "imds: advisory");
    const run = preview(copy.folder, "--json");
    assert.deepEqual(
      [run.status, verdictOf(run).violations.map(({ level, rule }) => `${level} ${rule}`)],
      [0, openMetadata.map((rule) => `advisory ${rule}`)],
    );
  });

  it("ends with exit code 0 and names what was repaired when the stack asks for it", () => {
    copy.edit("infra/compute/launchTemplate.ts", 'httpTokens: "required"', 'httpTokens: "optional"');
    copy.edit("Pulumi.dev.yaml", "imds: mandatory", "imds: remediate");
    const run = preview(copy.folder, "--json");
    const { violations, repairs } = verdictOf(run);
    assert.deepEqual([run.status, violations], [0, []]);
    assert.deepEqual(
      repairs.map(({ rule, properties }) => ({ rule, properties })),
      openMetadata.map((rule) => ({ rule, properties: ["metadataOptions.httpTokens"] })),
    );
  });

  it("ends with exit code 2 when a pack does not start", () => {
    copy.edit("policies/bakeline/serve.ts", /^/, 'throw new Error("broken on purpose");\n');
    const run = preview(copy.folder, "--json");
    const { outcome, problems } = verdictOf(run);
    assert.deepEqual([run.status, outcome], [2, "notJudged"]);
    assert.match(problems.join("\n"), /policy pack encryption: it was not loaded/);
  });

  for (const [how, line, problem] of [
    ["throws", 'throw new Error("broken on purpose");', /broken on purpose/],
    [
      "throws where nobody waits for it",
      'Promise.reject(new Error("broken on purpose"));',
      /broken on purpose/,
    ],
    ["ends its process", "process.exit(0);", /error reading from server|connection/],
  ] as const) {
    it(`ends with exit code 2 when the program ${how}`, () => {
      copy.edit("infra/index.ts", /^/, `${line}\n`);
      const run = preview(copy.folder, "--json");
      const { outcome, problems } = verdictOf(run);
      assert.deepEqual([run.status, outcome], [2, "notJudged"]);
      assert.match(problems.join("\n"), problem);
    });
  }

  it("shows the program nothing of the caller's environment, and keeps what it prints out of the document", () => {
    copy.edit("infra/index.ts", /^/, 'console.log("sees", process.env.AWS_PROFILE ?? "nothing");\n');
    const run = spawnSync(process.execPath, ["review/main.js", "--json"], {
      cwd: copy.folder,
      encoding: "utf8",
      env: { ...process.env, AWS_PROFILE: "of the caller" },
    });
    assert.equal(verdictOf(run).outcome, "clean");
    assert.match(run.stderr, /sees nothing/);
  });

  it("ends with exit code 2 and says so when it is interrupted, even if the program never ends", async () => {
    copy.edit(
      "infra/index.ts",
      /^/,
      'console.log("running");\nexport const never = new Promise(() => {});\n',
    );
    const child = spawn(process.execPath, ["review/main.js", "--json"], {
      cwd: copy.folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    // What the program prints comes on stderr.
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("running")) child.kill("SIGINT");
    });
    const [status] = await once(child, "close");
    assert.deepEqual(
      [status, JSON.parse(stdout).problems],
      [2, ["interrupted by SIGINT before the preview had ended"]],
    );
  });
});

describe("npm run preview, before the engine", function () {
  this.timeout(20_000);
  // A stack file's mistakes must be found although there is no engine to be had.
  const withoutEngine = (...args: string[]) =>
    spawnSync(process.execPath, ["review/main.js", ...args], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: "" },
    });

  it("refuses a stack without a stack file, with exit code 2 and the stacks that there are", () => {
    const run = withoutEngine("--stack", "nosuch", "--json");
    const { outcome, problems } = verdictOf(run);
    assert.deepEqual([run.status, outcome, problems.length], [2, "notJudged", 1]);
    assert.match(problems.join(), /^Pulumi\.nosuch\.yaml: .*dev, prod/);
  });

  it("ends with exit code 2 and the mistake's place when a workload does not compile, as one JSON document too", () => {
    const copy = new ScratchCopy();
    try {
      copy.edit("infra/workloads/web.ts", "steps: [", "steps: ([");
      const run = preview(copy.folder, "--json");
      const { outcome, problems } = verdictOf(run);
      assert.deepEqual([run.status, outcome], [2, "notJudged"]);
      assert.match(problems.join("\n"), /^infra\/workloads\/web\.ts:\d+:\d+: (Une|E)xpected/);
    } finally {
      copy.remove();
    }
  });

  it("ends with exit code 2 and what was thrown when a workload does not load", () => {
    const copy = new ScratchCopy();
    try {
      copy.edit("infra/workloads/web.ts", /^/, 'throw new Error("broken on purpose");\n');
      const run = preview(copy.folder);
      assert.equal(run.status, 2);
      assert.match(run.stdout, /\n! .*broken on purpose\n\ndev: NOT JUDGED: 1 problem/);
      assert.doesNotMatch(run.stdout + run.stderr, /\n {4}at /);
    } finally {
      copy.remove();
    }
  });

  it("refuses arguments that it does not know, with exit code 2, its usage on stderr and nothing on stdout", () => {
    const run = withoutEngine("--jsn");
    assert.deepEqual([run.status, run.stdout], [2, ""]);
    assert.match(run.stderr, /--jsn[\s\S]*npm run preview -- \[--stack <name>\] \[--json\]/);
  });

  it("refuses a secret that a step holds as text, by the step's path, together with the mistakes of the stack file", () => {
    const copy = new ScratchCopy();
    // Put together here, so that no file of the repository holds a thing that looks like a secret.
    const password = ["hunter2", "correct", "horse"].join("-");
    try {
      copy.edit("Pulumi.dev.yaml", "minSize: 2", "minSize: 0");
      copy.edit(
        "infra/workloads/web.ts",
        "INSTANCE_ID={{instanceId}}",
        `PASSWORD=${password}\\nINSTANCE_ID={{instanceId}}`,
      );
      const run = preview(copy.folder, "--json");
      const { problems } = verdictOf(run);
      assert.equal(run.status, 2);
      assert.equal(problems.length, 2);
      assert.match(problems[0] ?? "", /^Pulumi\.dev\.yaml:\d+:\d+: bakeline:workloads\.web\.minSize: /);
      assert.match(
        problems[1] ?? "",
        /^infra\/workloads: web\.steps\[4\]\.content\.text: expected no credential, got one in line \d+ \(password-literal\); keep it in Parameter Store or Secrets Manager/,
      );
      assert.ok(!run.stdout.includes(password) && !run.stderr.includes(password));
    } finally {
      copy.remove();
    }
  });

  it("lists every mistake of a stack file, one problem each", () => {
    const copy = new ScratchCopy();
    try {
      copy.edit("Pulumi.dev.yaml", "minSize: 2", "minSize: 0");
      copy.edit("Pulumi.dev.yaml", "natGateways: single", "natGateways: none");
      const run = preview(copy.folder, "--json");
      assert.equal(run.status, 2);
      assert.deepEqual(
        verdictOf(run).problems.map((problem) => problem.split(": ")[1]),
        ["bakeline:network.natGateways", "bakeline:workloads.web.minSize"],
      );
    } finally {
      copy.remove();
    }
  });
});
