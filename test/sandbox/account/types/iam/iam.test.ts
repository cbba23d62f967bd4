import assert from "node:assert/strict";
import { instanceProfile } from "../../../../../sandbox/account/types/iam/instanceProfile";
import { policy } from "../../../../../sandbox/account/types/iam/policy";
import { role } from "../../../../../sandbox/account/types/iam/role";
import { rolePolicy } from "../../../../../sandbox/account/types/iam/rolePolicy";
import { rolePolicyAttachment } from "../../../../../sandbox/account/types/iam/rolePolicyAttachment";
import { failures, refuses, resourcePolicy, type Simulation, simulation, trustsEc2 } from "../simulation";

const agentPolicy = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
const identityPolicy = resourcePolicy({ Principal: undefined });

describe("IAM of the simulated account", () => {
  let aws: Simulation;
  beforeEach(() => {
    aws = simulation();
  });
  const web = () => aws.create(role, { name: "web", assumeRolePolicy: trustsEc2 });

  it("gives a role an ARN with its path and a unique id", () => {
    const { id, properties } = aws.create(role, {
      name: "web",
      path: "/fleet/",
      assumeRolePolicy: trustsEc2,
    });
    assert.equal(id, "web");
    assert.equal(properties.arn, "arn:aws:iam::111122223333:role/fleet/web");
    assert.match(String(properties.uniqueId), /^AROA[0-9A-F]{17}$/);
  });

  for (const { title, statement, detail } of [
    { title: "names a resource", statement: {}, detail: "Has prohibited field Resource" },
    {
      title: "trusts nobody",
      statement: { Resource: undefined, Principal: undefined },
      detail: "Missing required field Principal",
    },
    {
      title: "has no action",
      statement: { Resource: undefined, Action: undefined },
      detail: "Policy statement must contain actions.",
    },
    {
      title: "neither allows nor denies",
      statement: { Resource: undefined, Effect: "Maybe" },
      detail: "Syntax errors in policy. (Effect must be Allow or Deny)",
    },
  ])
    it(`refuses a trust policy that ${title}, with MalformedPolicyDocument`, () => {
      refuses(
        () => aws.create(role, { name: "web", assumeRolePolicy: resourcePolicy(statement) }),
        "MalformedPolicyDocument",
        "IAM: CreateRole",
        detail,
      );
    });

  it("refuses a trust policy without statements, also when it is changed", () => {
    const entry = web();
    refuses(
      () => aws.update(role, entry, { name: "web", assumeRolePolicy: "{}" }),
      "MalformedPolicyDocument",
      "IAM: UpdateAssumeRolePolicy",
      "Syntax errors in policy. (Statement is missing)",
    );
  });

  it("is not even asked about a policy that is no JSON, which the message does not repeat", () => {
    assert.deepEqual(failures(role, { assumeRolePolicy: "{secret" }), [
      { property: "assumeRolePolicy", reason: "contains an invalid JSON policy (7 characters)" },
    ]);
  });

  it("refuses a principal in what an identity may do", () => {
    web();
    refuses(
      () => aws.create(rolePolicy, { name: "inline", role: "web", policy: resourcePolicy({}) }),
      "MalformedPolicyDocument",
      "IAM: PutRolePolicy",
      "Policy document should not specify a principal.",
    );
  });

  it("refuses names that are taken, with EntityAlreadyExists", () => {
    web();
    aws.create(instanceProfile, { name: "web", role: "web" });
    aws.create(policy, { name: "web", policy: identityPolicy });
    refuses(web, "EntityAlreadyExists", "IAM: CreateRole", "Role with name web already exists.");
    refuses(
      () => aws.create(instanceProfile, { name: "web" }),
      "EntityAlreadyExists",
      "IAM: CreateInstanceProfile",
      "Instance Profile web already exists.",
    );
    refuses(
      () => aws.create(policy, { name: "web", policy: identityPolicy }),
      "EntityAlreadyExists",
      "IAM: CreatePolicy",
      "A policy called web already exists. Duplicate names are not allowed.",
    );
  });

  it("refuses what names a role or policy that does not exist, with NoSuchEntity", () => {
    const noRole = "The role with name none cannot be found.";
    refuses(
      () => aws.create(instanceProfile, { name: "web", role: "none" }),
      "NoSuchEntity",
      "IAM: AddRoleToInstanceProfile",
      noRole,
    );
    refuses(
      () => aws.create(rolePolicyAttachment, { role: "none", policyArn: agentPolicy }),
      "NoSuchEntity",
      "IAM: AttachRolePolicy",
      noRole,
    );
    web();
    const policyArn = "arn:aws:iam::111122223333:policy/none";
    refuses(
      () => aws.create(rolePolicyAttachment, { role: "web", policyArn }),
      "NoSuchEntity",
      "IAM: AttachRolePolicy",
      `Policy ${policyArn} does not exist or is not attachable.`,
    );
    aws.create(rolePolicyAttachment, { role: "web", policyArn: agentPolicy });
  });

  for (const { holder, make, what } of [
    {
      holder: "an attached policy",
      make: () => aws.create(rolePolicyAttachment, { role: "web", policyArn: agentPolicy }),
      what: "detach all policies",
    },
    {
      holder: "an inline policy",
      make: () => aws.create(rolePolicy, { name: "inline", role: "web", policy: identityPolicy }),
      what: "delete policies",
    },
    {
      holder: "an instance profile",
      make: () => aws.create(instanceProfile, { name: "web", role: "web" }),
      what: "remove roles from instance profile",
    },
  ])
    it(`does not delete a role with ${holder}, with DeleteConflict, unless its policies are forced off`, () => {
      const entry = web();
      make();
      refuses(
        () => aws.remove(role, entry),
        "DeleteConflict",
        "IAM: DeleteRole",
        `Cannot delete entity, must ${what} first.`,
      );
      const inputs = { name: "web", assumeRolePolicy: trustsEc2, forceDetachPolicies: true };
      aws.remove(role, aws.update(role, entry, inputs));
    });

  it("does not delete a policy that a role has, with DeleteConflict", () => {
    web();
    const entry = aws.create(policy, { name: "web", policy: identityPolicy });
    const attachment = aws.create(rolePolicyAttachment, { role: "web", policyArn: entry.id });
    refuses(
      () => aws.remove(policy, entry),
      "DeleteConflict",
      "IAM: DeletePolicy",
      "Cannot delete a policy attached to entities.",
    );
    aws.remove(rolePolicyAttachment, attachment);
    aws.remove(policy, entry);
  });

  it("is not asked for a role's name that is too long or has a space", () => {
    const reason = "expected 1 to 64 letters, digits and + = , . @ - _";
    for (const name of ["w".repeat(65), "a role"])
      assert.deepEqual(failures(role, { name, assumeRolePolicy: trustsEc2 }), [{ property: "name", reason }]);
  });
});
