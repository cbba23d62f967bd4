import { User, UserGroup } from "@pulumi/aws/elasticache";
import { getRandomPasswordOutput, Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";
import type { WorkloadUse } from "../connection";
import { storeName } from "../storeName";
import { accessString } from "./plan";

export interface LoginsArgs {
  readonly stack: string;
  readonly engine: "valkey" | "redis";
  readonly keyArn: pulumi.Input<string>;
  readonly uses: readonly WorkloadUse[];
}

export interface Logins {
  readonly userGroupId: pulumi.Output<string>;
  /** By workload: the ARN of the secret that holds user name and password, as JSON. */
  readonly secretArns: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Longer than anybody types: services read it. Without punctuation, so that it needs escaping nowhere. */
const passwordLength = 48;

const loginSchema = z.object({ username: z.string(), password: z.string() });

/** A user for each workload, with what that workload may do, and a password that only it can read. */
export function createLogins(store: string, args: LoginsArgs, opts: pulumi.CustomResourceOptions): Logins {
  const { stack, engine, uses } = args;
  const logins = uses.map((use) => createLogin(store, args, use, opts));
  const off = engine === "redis" ? [createDefaultUser(store, args, opts)] : [];
  const group = new UserGroup(
    store,
    {
      userGroupId: storeName(stack, store),
      engine,
      userIds: [...off, ...logins.map(({ user }) => user)].map(({ userId }) => userId),
      tags: { Name: store },
    },
    opts,
  );
  return {
    userGroupId: group.userGroupId,
    secretArns: Object.fromEntries(logins.map(({ workload, secretArn }) => [workload, secretArn])),
  };
}

/** Redis lets everybody in as `default`, and a group must have it: here it can do nothing. */
function createDefaultUser(store: string, { stack, engine }: LoginsArgs, opts: pulumi.CustomResourceOptions) {
  const name = `${store}-default`;
  return new User(
    name,
    {
      userId: storeName(stack, name),
      userName: "default",
      engine,
      accessString: "off ~* -@all",
      noPasswordRequired: true,
      tags: { Name: name },
    },
    opts,
  );
}

function createLogin(
  store: string,
  { stack, engine, keyArn }: LoginsArgs,
  { workload, access }: WorkloadUse,
  opts: pulumi.CustomResourceOptions,
) {
  const name = `${store}-${workload}`;
  const secret = new Secret(
    name,
    {
      name: `bakeline/${stack}/${store}/${workload}`,
      description: `Login of ${workload} to ${store}`,
      kmsKeyId: keyArn,
      tags: { Name: name },
    },
    opts,
  );
  const password = getRandomPasswordOutput(
    { passwordLength, excludePunctuation: true },
    { parent: opts.parent },
  );
  const version = new SecretVersion(
    name,
    {
      secretId: secret.id,
      secretString: pulumi.secret(
        password.apply(({ randomPassword }) =>
          JSON.stringify({ username: workload, password: randomPassword }),
        ),
      ),
    },
    // AWS makes up another one each time it is asked; the first is kept. Replacing this resource is a rotation.
    { ...opts, ignoreChanges: ["secretString"] },
  );
  const user = new User(
    name,
    {
      userId: storeName(stack, name),
      userName: workload,
      engine,
      accessString: accessString(access),
      passwords: [version.secretString.apply((text) => loginSchema.parse(JSON.parse(text ?? "{}")).password)],
      tags: { Name: name },
    },
    opts,
  );
  return { workload, user, secretArn: secret.arn };
}
