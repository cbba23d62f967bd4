import assert from "node:assert/strict";
import { accountView } from "../../../../sandbox/account/account";
import type { AccountView, Entry } from "../../../../sandbox/account/accountView";
import { AwsError } from "../../../../sandbox/account/awsError";
import { memoryLedger } from "../../../../sandbox/account/memoryLedger";
import type { CheckFailure, ResourceType } from "../../../../sandbox/account/resourceType";
import { internetGateway } from "../../../../sandbox/account/types/ec2/internetGateway";
import { securityGroup } from "../../../../sandbox/account/types/ec2/securityGroup";
import { subnet } from "../../../../sandbox/account/types/ec2/subnet";
import { vpc } from "../../../../sandbox/account/types/ec2/vpc";
import type { Properties } from "../../../../sandbox/account/values";

/** An empty account in memory, with what the engine would do to it: create, update and delete. */
export interface Simulation {
  /** What a type sees of the account. */
  readonly account: AccountView;
  create(type: ResourceType, inputs: Properties): Entry;
  update(type: ResourceType, entry: Entry, inputs: Properties): Entry;
  remove(type: ResourceType, entry: Entry): void;
}

export function simulation(region = "eu-west-1"): Simulation {
  const ledger = memoryLedger();
  const account = accountView(ledger, region);
  return {
    account,
    create(type, inputs) {
      const complete = { ...type.defaults, ...inputs };
      assert.deepEqual(type.validate?.(complete) ?? [], [], `${type.token} refuses the test's inputs`);
      const { id, outputs } = type.create(complete, account);
      const entry = { token: type.token, id, properties: { ...complete, ...outputs } };
      ledger.put(entry, "create");
      return entry;
    },
    update(type, entry, inputs) {
      const complete = { ...type.defaults, ...inputs };
      const outputs = type.update?.(entry.id, entry.properties, complete, account) ?? {};
      const updated = { ...entry, properties: { ...entry.properties, ...complete, ...outputs } };
      ledger.put(updated, "update");
      return updated;
    },
    remove(type, entry) {
      type.remove?.(entry.id, entry.properties, account);
      ledger.remove(entry.token, entry.id);
    },
  };
}

/** Asserts that AWS refuses with exactly this code, operation and detail. */
export function refuses(action: () => unknown, code: string, operation: string, detail: string): void {
  assert.throws(action, (error: unknown) => {
    assert.ok(error instanceof AwsError, String(error));
    assert.deepEqual(
      { code: error.code, operation: error.operation, detail: error.detail },
      { code, operation, detail },
    );
    return true;
  });
}

/** What the provider's validators say of these inputs, defaults filled in. */
export function failures(type: ResourceType, inputs: Properties): readonly CheckFailure[] {
  return type.validate?.({ ...type.defaults, ...inputs }) ?? [];
}

/** A VPC with a way to the internet, two subnets in two zones and a security group: what most types stand in. */
export function network(aws: Simulation): {
  vpcId: string;
  subnetIds: readonly [string, string];
  securityGroupId: string;
} {
  const vpcId = aws.create(vpc, { cidrBlock: "10.0.0.0/16" }).id;
  aws.create(internetGateway, { vpcId });
  const first = aws.create(subnet, { vpcId, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" }).id;
  const second = aws.create(subnet, { vpcId, cidrBlock: "10.0.1.0/24", availabilityZone: "eu-west-1b" }).id;
  const securityGroupId = aws.create(securityGroup, { vpcId, name: "web" }).id;
  return { vpcId, subnetIds: [first, second], securityGroupId };
}

/** A role's trust policy for EC2. */
export const trustsEc2 = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
});

/** A policy document with one statement that says everything of a resource policy, changed by `changes`. */
export function resourcePolicy(changes: Record<string, unknown>): string {
  const statement = {
    Effect: "Allow",
    Action: "*",
    Principal: { Service: "logs.amazonaws.com" },
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...changes }] });
}
