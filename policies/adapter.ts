// The one place that knows @pulumi/policy.
import {
  type Policies,
  PolicyPack,
  type ReportViolation,
  type ResourceValidationPolicy,
} from "@pulumi/policy";
import { decodeOnly } from "./decodeOnly";
import { endPolicy, type Pack, type ServedPacks } from "./pack";
import { remediation } from "./remediation";
import type { Rule } from "./rule";
import { type Said, Session } from "./session";
import { readPolicySettings } from "./settings";
import { allNames, presentName } from "./typeAliases";

/** Serves a pack to the engine that started this process: prints the port of its server. */
export function servePack(pack: Pack): void {
  servePacks({ ...pack, packs: [pack] });
}

/** Serves several packs as one. */
export function servePacks({ name, description, packs }: ServedPacks): void {
  const settings = readPolicySettings(process.env);
  const rules = packs.flatMap((pack) => pack.rules);
  const heard = decodeOnly({
    judged: tokensOf(rules.flatMap(({ types }) => types)),
    seen: tokensOf(rules.flatMap(({ sees }) => sees)),
    repaired: tokensOf(rules.flatMap(({ repair, types }) => (repair === undefined ? [] : types))),
    alwaysOn: [dispatcher, ...packs.map(endPolicy)],
  });
  const session = new Session(packs, settings, heard, new Date());
  new PolicyPack(name, {
    description,
    enforcementLevel: "mandatory",
    policies: [
      toDispatcher(packs, session),
      ...packs.flatMap((pack) => [
        ...pack.rules.map((rule) => toPolicy(rule, pack, session)),
        toEndPolicy(pack, session),
      ]),
    ],
  });
}

/** The one policy that the SDK runs on each resource. */
const dispatcher = "rules-of-each-type";

/**
 * Shows each resource to the rules on its type. Were each rule a policy with a function of its own, the SDK would
 * decode the resource again for every rule that is about it, and write down for the engine every one that is not:
 * 160 entries a resource, which was two thirds of what a pack costs (server.js, makeAnalyzeRpcFun).
 */
function toDispatcher(packs: readonly Pack[], session: Session): ResourceValidationPolicy {
  const byType = new Map<string, { readonly rule: Rule; readonly pack: Pack }[]>();
  for (const pack of packs)
    for (const rule of pack.rules)
      for (const token of tokensOf(rule.types)) {
        const of = byType.get(token) ?? [];
        of.push({ rule, pack });
        byType.set(token, of);
      }
  return {
    name: dispatcher,
    description:
      "Has every resource judged by all rules on its type; each violation is reported under its rule.",
    enforcementLevel: "mandatory",
    validateResource: ({ type, props, name, urn, opts }, reportViolation) => {
      const subject = { type: presentName(type), name, urn, protect: opts.protect, properties: props };
      for (const { rule, pack } of byType.get(type) ?? [])
        for (const said of session.judge(rule, pack, subject)) report(said, reportViolation);
    },
  };
}

/**
 * A rule as the engine knows it, for its level (`--policy-pack-config`) and its documentation: it validates nothing
 * by itself, see above. A repair is of the rule's own policy, which the SDK asks only at the level `remediate`.
 */
function toPolicy(rule: Rule, pack: Pack, session: Session): ResourceValidationPolicy {
  const tokens = tokensOf(rule.types);
  const repair = rule.repair === undefined ? undefined : remediation(rule, rule.repair);
  return {
    name: rule.id,
    description: rule.title,
    severity: rule.severity,
    remediationSteps: rule.remedy,
    url: rule.references[0].url,
    enforcementLevel: session.declaredLevel(pack, rule.id),
    ...(rule.fsbp !== undefined && { framework: fsbpFramework(rule, rule.fsbp) }),
    validateResource: [],
    ...(repair !== undefined && {
      remediateResource: (args) => (tokens.has(args.type) ? repair(args) : undefined),
    }),
  };
}

/** What a pack can only tell at the end. Its violations are those of other rules, so it is always on. */
function toEndPolicy(pack: Pack, session: Session): Policies[number] {
  return {
    name: endPolicy(pack),
    description: `What only the whole stack shows to the ${pack.name} pack, and exemptions from it that are of no use.`,
    enforcementLevel: "mandatory",
    validateStack: ({ resources }, reportViolation) => {
      for (const said of session.end(pack, resources)) report(said, reportViolation);
    },
  };
}

function report(said: Said, reportViolation: ReportViolation): void {
  // The SDK's declarations know only the text; its code also takes the parts of a violation, and fills in what is
  // left out (1.21.0, server.js, makeReportViolationFun). A test fails should a version stop doing so.
  Reflect.apply(reportViolation, undefined, [said]);
}

function tokensOf(types: readonly string[]): ReadonlySet<string> {
  return new Set(types.flatMap(allNames));
}

function fsbpFramework(rule: Rule, control: string) {
  return {
    name: "AWS Foundational Security Best Practices",
    version: "1.0.0",
    reference: control,
    specification: rule.title,
  };
}
