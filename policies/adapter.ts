// The one place that knows @pulumi/policy.
import { PolicyPack, type ReportViolation, type ResourceValidationPolicy } from "@pulumi/policy";
import { decodeOnly } from "./decodeOnly";
import { judge, type Verdict } from "./judge";
import type { Pack } from "./pack";
import type { Rule } from "./rule";
import { renderVerdict } from "./verdictText";

/** Serves a pack to the engine that started this process: prints the port of its server. */
export function servePack(pack: Pack): void {
  decodeOnly(new Set(pack.rules.map(({ type }) => type)));
  new PolicyPack(pack.name, {
    description: pack.description,
    enforcementLevel: "mandatory",
    policies: pack.rules.map(toPolicy),
  });
}

/** A rule as the policy SDK runs it. */
export function toPolicy(rule: Rule): ResourceValidationPolicy {
  return {
    name: rule.id,
    description: rule.title,
    severity: rule.severity,
    remediationSteps: rule.remedy,
    url: rule.references[0].url,
    ...(rule.fsbp !== undefined && { framework: fsbpFramework(rule, rule.fsbp) }),
    // The SDK compares `__pulumiType` with the resource's token before it decodes the properties (server.js,
    // getPulumiType); its own validateResourceOfType would need the resource's class, and with it all of the AWS SDK.
    validateResource: Object.assign(
      (args: { readonly props: unknown }, reportViolation: ReportViolation) => {
        for (const verdict of judge(rule, args.props)) report(rule, verdict, reportViolation);
      },
      { __pulumiType: rule.type },
    ),
  };
}

/**
 * A violation has the level that the pack's config chose. A rule that met an unknown value is advisory, as the SDK
 * would have it. A rule that threw is mandatory whatever the config says: nobody chose to go without the rule.
 */
function report(rule: Rule, verdict: Verdict, reportViolation: ReportViolation): void {
  const level = { violation: undefined, undecided: "advisory", failed: "mandatory" }[verdict.kind];
  const parts = { message: renderVerdict(rule, verdict), enforcementLevel: level };
  // The SDK's declarations know only the text; its code also takes the parts of a violation, and fills in what is
  // left out (1.21.0, server.js, makeReportViolationFun). A test fails should a version stop doing so.
  Reflect.apply(reportViolation, undefined, [parts]);
}

function fsbpFramework(rule: Rule, control: string) {
  return {
    name: "AWS Foundational Security Best Practices",
    version: "1.0.0",
    reference: control,
    specification: rule.title,
  };
}
