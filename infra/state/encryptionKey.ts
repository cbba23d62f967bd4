import { Alias, Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../account/account";
import { type PolicyStatement, renderPolicy } from "../account/policyDocument";

export interface EncryptionKeyArgs {
  readonly account: pulumi.Output<Account>;
  readonly stack: string;
  readonly description: string;
  /** Who may use the key beside the account's own identities. */
  readonly planStatements: (account: Account) => PolicyStatement[];
  /** Where the key is, and stays. The stack's own region when omitted. */
  readonly region?: string;
}

/** A KMS key of our own, rotated every year, for what an AWS managed key cannot do: let an AWS service in. Costs 1 USD a month. */
export class EncryptionKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("bakeline:state:EncryptionKey", name, {}, opts);
    const { account, stack, description, planStatements, region } = args;
    const place = region === undefined ? {} : { region };

    const key = new Key(
      name,
      {
        ...place,
        description,
        enableKeyRotation: true,
        policy: account.apply((it) => renderPolicy([planAccountStatement(it), ...planStatements(it)])),
        tags: { Name: name },
      },
      { parent: this },
    );
    new Alias(
      name,
      { ...place, name: `alias/bakeline/${stack}/${name}`, targetKeyId: key.id },
      { parent: this },
    );

    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** Without it IAM policies count for nothing and a mistake in the key policy can never be corrected. */
function planAccountStatement({ id, partition }: Account): PolicyStatement {
  return {
    Sid: "AccountDecidesByIam",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${id}:root` },
    Action: "kms:*",
    Resource: "*",
  };
}
