import assert from "node:assert/strict";
import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { StoreUse } from "../../infra/workloads/workload";
import { configWithWorkload, recordEstate, stackConfigOf } from "./recordEstate";
import type { RecordedEstate } from "./recordedEstate";
import { anyWorkload } from "./workloads/anyWorkload";

const account = "111122223333";
const inRegion = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${account}:${resource}`;

/** What a service does with a store, and where it would have to be allowed. */
interface Attempt {
  readonly store: string;
  /** The least access that allows it; undefined for what no workload may do. */
  readonly needs: StoreUse["access"] | undefined;
  readonly action: string;
  readonly resource: RegExp;
  readonly context?: Readonly<Record<string, string>>;
}

const attempts: readonly Attempt[] = [
  { store: "sessions", needs: "read", action: "dynamodb:GetItem", resource: /table\/dev-sessions$/ },
  { store: "sessions", needs: "write", action: "dynamodb:PutItem", resource: /table\/dev-sessions$/ },
  { store: "sessions", needs: "write", action: "dynamodb:DeleteItem", resource: /table\/dev-sessions$/ },
  { store: "sessions", needs: undefined, action: "dynamodb:Scan", resource: /table\/dev-sessions$/ },
  { store: "sessions", needs: undefined, action: "dynamodb:DeleteTable", resource: /table\/dev-sessions$/ },
  { store: "orders", needs: "read", action: "rds-db:connect", resource: /dbuser:db-\w+\/api$/ },
  { store: "orders", needs: "administer", action: "secretsmanager:GetSecretValue", resource: /secret:rds!/ },
  { store: "orders", needs: undefined, action: "rds:DeleteDBInstance", resource: /db:dev-orders$/ },
  {
    store: "catalog",
    needs: "read",
    action: "elasticache:Connect",
    resource: /user:dev-catalog-api$/,
  },
  { store: "catalog", needs: undefined, action: "elasticache:ModifyUser", resource: /user:dev-catalog-api$/ },
  { store: "assets", needs: "read", action: "s3:GetObject", resource: /^arn:aws:s3:::assets-\w+\/\*$/ },
  { store: "assets", needs: "write", action: "s3:PutObject", resource: /^arn:aws:s3:::assets-\w+\/\*$/ },
  { store: "assets", needs: undefined, action: "s3:PutBucketPolicy", resource: /^arn:aws:s3:::assets-\w+$/ },
  { store: "media", needs: "read", action: "elasticfilesystem:ClientMount", resource: /file-system\/fs-/ },
  { store: "media", needs: "write", action: "elasticfilesystem:ClientWrite", resource: /file-system\/fs-/ },
  {
    store: "media",
    needs: undefined,
    action: "elasticfilesystem:ClientRootAccess",
    resource: /file-system\/fs-/,
  },
];

const rank = ["read", "write", "administer"];

/** Dev with its stores, and one workload that uses them so. */
function recordWith(stores: readonly StoreUse[]): Promise<RecordedEstate> {
  const config = { ...configWithWorkload("api"), stores: stackConfigOf("dev").stores };
  return recordEstate({ stack: "dev", config, workloads: [{ ...anyWorkload({ name: "api" }), stores }] });
}

/** Every resource that the policies of an estate with all stores at hand name: what there is to reach. */
function named(estate: RecordedEstate, pattern: RegExp): string | undefined {
  const texts = estate.all("RolePolicy").map(({ inputs }) => String(inputs.policy));
  return texts
    .flatMap((text) => [...text.matchAll(/arn:aws[^"]*/g)].map(([arn]) => arn))
    .find((arn) => pattern.test(arn));
}

async function mayDo(estate: RecordedEstate, action: string, resource: string): Promise<boolean> {
  const accessPoint = named(estate, /access-point\/fsap-/);
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/api`,
        action,
        resource: { resource: resource.replace(/\/\*$/, "/object"), accountId: account },
        contextVariables:
          accessPoint === undefined ? {} : { "elasticfilesystem:AccessPointArn": accessPoint },
      },
      identityPolicies: estate
        .all("RolePolicy")
        .flatMap(({ name, inputs }) =>
          name === "api" ? [{ name, policy: JSON.parse(String(inputs.policy)) }] : [],
        ),
      serviceControlPolicies: [
        {
          orgIdentifier: "root",
          policies: [
            {
              name: "all",
              policy: {
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
              },
            },
          ],
        },
      ],
      resourceControlPolicies: [],
    },
    {},
  );
  assert.notEqual(result.resultType, "error", JSON.stringify(result));
  return result.resultType !== "error" && result.overallResult === "Allowed";
}

describe("a workload", function () {
  // Records some twenty estates.
  this.timeout(120_000);
  const all = ["sessions", "orders", "catalog", "assets", "media"] as const;
  let everything: RecordedEstate;
  before(async () => {
    everything = await recordWith(all.map((store) => ({ store, access: "administer" })));
  });

  for (const access of ["read", "write", "administer"] as const)
    it(`that names stores for ${access} may do exactly what that takes`, async () => {
      const estate = await recordWith(all.map((store) => ({ store, access })));
      const wrong: string[] = [];
      for (const { needs, action, resource } of attempts) {
        const target = named(estate, resource) ?? named(everything, resource) ?? elsewhere(action);
        const expected = needs !== undefined && rank.indexOf(access) >= rank.indexOf(needs);
        if ((await mayDo(estate, action, target)) !== expected) wrong.push(`${action} ${target}`);
      }
      assert.deepEqual(wrong, []);
    });

  it("that names one store may do nothing with any other", async () => {
    for (const store of all) {
      const estate = await recordWith([{ store, access: "administer" }]);
      const reached: string[] = [];
      for (const attempt of attempts.filter((one) => one.store !== store)) {
        const target = named(everything, attempt.resource) ?? elsewhere(attempt.action);
        if (await mayDo(estate, attempt.action, target))
          reached.push(`${store}: ${attempt.action} ${target}`);
      }
      assert.deepEqual(reached, []);
    }
  });

  it("that names no store has no statement about any, and no way into any", async () => {
    const estate = await recordWith([]);
    const policy = String(estate.named("RolePolicy", "api").policy);
    assert.doesNotMatch(policy, /dynamodb|rds-db|elasticache:|elasticfilesystem|kms:GenerateDataKey/);
    const rules = estate.all("SecurityGroupIngressRule").map(({ name }) => name);
    assert.deepEqual(
      rules.filter((name) => name.includes("-to-")),
      [],
    );
  });

  it("gets a rule, in and out, for each store that has a door, and for no other", async () => {
    const estate = await recordWith([
      { store: "orders", access: "read" },
      { store: "sessions", access: "read" },
      { store: "limits", access: "read" },
    ]);
    const rules = estate
      .all("SecurityGroupIngressRule")
      .filter(({ name }) => name.startsWith("api-to-"))
      .map(({ name, inputs }) => [name, inputs.fromPort, inputs.toPort]);
    assert.deepEqual(rules, [
      ["api-to-orders", 5432, 5432],
      ["api-to-limits", 6379, 6380],
    ]);
    assert.deepEqual(
      estate
        .all("SecurityGroupEgressRule")
        .filter(({ name }) => name.startsWith("api-to-") && !name.includes("internet"))
        .map(({ name }) => name),
      rules.map(([name]) => name),
    );
  });
});

/** For actions that no policy names: a resource of the right kind, by AWS's own form. */
function elsewhere(action: string): string {
  switch (action) {
    case "rds:DeleteDBInstance":
      return inRegion("rds", "db:dev-orders");
    case "secretsmanager:GetSecretValue":
      return inRegion("secretsmanager", "secret:rds!db-0-abcdef");
    default:
      throw new Error(`nothing is known to try ${action} on`);
  }
}
