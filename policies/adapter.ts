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
  });
  const session = new Session(packs, settings, heard, new Date());
  new PolicyPack(name, {
    description,
    enforcementLevel: "mandatory",
    policies: packs.flatMap((pack) => [
      ...pack.rules.flatMap((rule) => toPolicies(rule, pack, session)),
      toEndPolicy(pack, session),
    ]),
  });
}

/**
 * A rule as the policy SDK runs it: a policy for each of its types, all under the rule's name. The SDK compares
 * `__pulumiType` with the resource's token before it decodes the properties (server.js, getPulumiType), which is
 * most of the cost of a hundred rules on a thousand resources; its own validateResourceOfType would need the
 * resource's class, and with it all of the AWS SDK.
 */
function toPolicies(rule: Rule, pack: Pack, session: Session): ResourceValidationPolicy[] {
  return [...tokensOf(rule.types)].map((token) => ({
    name: rule.id,
    description: rule.title,
    severity: rule.severity,
    remediationSteps: rule.remedy,
    url: rule.references[0].url,
    enforcementLevel: session.declaredLevel(pack, rule.id),
    ...(rule.fsbp !== undefined && { framework: fsbpFramework(rule, rule.fsbp) }),
    validateResource: Object.assign(
      ({ props, name, urn, opts }: Judged, reportViolation: ReportViolation) => {
        const subject = { type: presentName(token), name, urn, protect: opts.protect, properties: props };
        for (const said of session.judge(rule, pack, subject)) report(said, reportViolation);
      },
      { __pulumiType: token },
    ),
    ...(rule.repair !== undefined && {
      remediateResource: Object.assign(remediation(rule, rule.repair), { __pulumiType: token }),
    }),
  }));
}

interface Judged {
  readonly props: unknown;
  readonly name: string;
  readonly urn: string;
  readonly opts: { readonly protect: boolean };
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
