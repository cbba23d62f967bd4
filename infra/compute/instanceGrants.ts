import type { PolicyStatement } from "../account/policyDocument";
import { planAgentLimits } from "./agentPolicies";
import { type BootGrantsArgs, parameterArns, planBootGrants } from "./bootGrants";

/** All that an instance may do beside what AWS's agent policies grant, and what of these it may not. */
export function planInstanceGrants(args: BootGrantsArgs, own: readonly PolicyStatement[]): PolicyStatement[] {
  const { account, logGroupName, secrets } = args;
  const limits = planAgentLimits({
    account,
    logGroupName,
    parameterArns: [...parameterArns(secrets, account), ...grantedParameters(own)],
  });
  return [...limits, ...planBootGrants(args), ...own];
}

/** Parameters that something else than a secret step is granted: of a store's connection, say. */
function grantedParameters(own: readonly PolicyStatement[]): string[] {
  return own
    .filter(({ Action }) => [Action].flat().some((action) => action.startsWith("ssm:GetParameter")))
    .flatMap(({ Resource }) => [Resource ?? []].flat());
}
