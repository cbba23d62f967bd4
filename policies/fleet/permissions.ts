import { Got } from "../got";
import type { Finding } from "../rule";
import { onAnyResource } from "./actionsOnResources";
import { parsePolicy, type Statement } from "./policyDocument";

type Judge = (statement: Statement, path: string) => readonly Finding[];

/** Judges the statements of a policy. What is no policy at all cannot be judged, and so is a finding. */
export function findInPolicy(policy: unknown, path: string, judge: Judge): readonly Finding[] {
  if (policy == null) return [];
  const statements = parsePolicy(policy);
  if (statements === undefined)
    return [{ path, expected: "an IAM policy as JSON", got: Got.of(policy), remedy: "Correct the policy." }];
  return statements.flatMap((statement) =>
    statement.allows ? judge(statement, `${path}.${statement.path}`) : [],
  );
}

const words = ["every action", "every action but some", "every action of a service", "every resource"];

/** Everything, everything of one service, or everything but a list: permissions that nobody has thought of one by one. */
export function findWildcardActions({ actions, notActions }: Statement, path: string): readonly Finding[] {
  const expected = "actions named one by one";
  if (notActions !== undefined)
    return [{ path: `${path}.NotAction`, expected, got: Got.of(words[1], words) }];
  const found = actions.some((one) => /^[*?]+(:[*?]+)?$/.test(one))
    ? words[0]
    : actions.some((one) => /^[^:]+:\*+$/.test(one) && !hasNoResources(one))
      ? words[2]
      : undefined;
  return found === undefined ? [] : [{ path: `${path}.Action`, expected, got: Got.of(found, words) }];
}

/** Session Manager's channels: two services that have no other actions than the four that an instance needs. */
function hasNoResources(action: string): boolean {
  return ["ssmmessages:*", "ec2messages:*"].includes(action);
}

/**
 * Every resource, for actions that could name theirs. Actions that cannot (most that list or describe) need `*`, and
 * a condition may narrow what `*` is.
 */
export function findWildcardResources(statement: Statement, path: string): readonly Finding[] {
  const { actions, resources, notResources, conditions } = statement;
  if (conditions.some(({ key }) => narrows(key))) return [];
  const expected = "the resources that it needs";
  if (notResources !== undefined)
    return [
      {
        path: `${path}.NotResource`,
        expected,
        got: Got.of("every resource but some", ["every resource but some"]),
      },
    ];
  if (!resources.some((one) => anyResource.test(one))) return [];
  if (!actions.some(onAnyResource)) return [];
  return [{ path: `${path}.Resource`, expected, got: Got.of("every resource", words) }];
}

/** Everything, everything of a service, and both in any account: `*`, `arn:aws:s3:::*`, `arn:aws:sqs:*:*:*`. */
const anyResource = /^(\*+|arn:[^:]*(:[^:]*)?:\*|arn:[^:]*:[^:]*:\*?:\*?:\*+)$/;

/** Keys that say when or how, and not on what. */
function narrows(key: string): boolean {
  return ![
    "aws:securetransport",
    "aws:multifactorauthpresent",
    "aws:multifactorauthage",
    "aws:currenttime",
    "aws:sourceip",
    "aws:requestedregion",
    "aws:useragent",
  ].includes(key);
}

/** What in a trust policy tells the one who may take the role from everybody else. */
const tellsWho = [
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:userid",
  "aws:username",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
];

/** Trust in everybody, or in everybody who has an account with a provider of identities. */
export function findOpenTrust(statement: Statement, path: string): readonly Finding[] {
  const { principals, notPrincipals, conditions } = statement;
  const everybody = Got.of("everybody", ["everybody"]);
  if (notPrincipals)
    return [{ path: `${path}.NotPrincipal`, expected: "principals named one by one", got: everybody }];
  const isTold = conditions.some(
    ({ key, operator, values }) =>
      tellsWho.includes(key) &&
      !operator.includes("not") &&
      !operator.endsWith("null") &&
      values.every(isNarrow),
  );
  const open = Object.entries(principals).flatMap(([kind, names]): Finding[] => {
    if (kind.toLowerCase() === "federated") {
      const told = conditions.some(
        ({ key, values }) => /:(sub|aud|amr)$/.test(key) && values.every(isNarrow),
      );
      const external = names.some((name) => /oidc-provider\/|^\*$/.test(name) && !name.includes("oidc.eks."));
      const needsSubject = names.some((name) => name.includes("token.actions.githubusercontent.com"));
      const hasSubject = conditions.some(({ key, values }) => key.endsWith(":sub") && values.every(isNarrow));
      const isOpen = needsSubject ? !hasSubject : external && !told;
      return isOpen
        ? [
            {
              path: `${path}.Condition`,
              expected: "a condition on the token's subject that names who may come",
              got: everybody,
            },
          ]
        : [];
    }
    const wild = names.some((name) => name === "*" || /^arn:[^:]*:(iam|sts)::\*:/.test(name));
    return wild && !isTold
      ? [{ path: `${path}.Principal.${kind}`, expected: "principals named one by one", got: everybody }]
      : [];
  });
  return open;
}

/** `*` and `repo:*` tell nobody apart. */
function isNarrow(value: string): boolean {
  return !/^(\*+|repo:\*+(:\*+)?|\*:.*|arn:[^:]*:iam::\*:.*)$/.test(value);
}
