import type { AccountView } from "../../accountView";
import { AwsError } from "../../awsError";
import type { Properties } from "../../values";
import { block, text, valuesAt } from "../reading";
import { tokens } from "../tokens";

/** The target groups that actions forward to exist, and are of the load balancer's VPC and of no other load balancer. */
export function requireTargetGroups(
  account: AccountView,
  operation: string,
  actions: readonly Properties[],
  loadBalancerArn: string | undefined,
): void {
  const loadBalancer = account.find(tokens.loadBalancer, loadBalancerArn ?? "");
  for (const arn of actions.flatMap(targetGroupArns)) {
    const group = account.find(tokens.targetGroup, arn);
    if (group === undefined)
      throw new AwsError("TargetGroupNotFound", operation, `One or more target groups not found: '${arn}'`);
    if (loadBalancer !== undefined && group.properties.vpcId !== loadBalancer.properties.vpcId)
      throw new AwsError(
        "InvalidConfigurationRequest",
        operation,
        `The following target groups have a different VPC than the load balancer: ${arn}`,
      );
    const elsewhere = account
      .all(tokens.listener)
      .filter(({ properties }) => properties.loadBalancerArn !== loadBalancerArn)
      .some(({ properties }) => valuesAt(properties, "defaultActions.targetGroupArn").includes(arn));
    if (elsewhere)
      throw new AwsError(
        "TargetGroupAssociationLimit",
        operation,
        `The following target groups cannot be associated with more than one load balancer: ${arn}`,
      );
  }
}

function targetGroupArns(action: Properties): readonly string[] {
  const forwarded = valuesAt(block(action, "forward") ?? {}, "targetGroups.arn");
  return [text(action, "targetGroupArn"), ...forwarded].filter((arn) => typeof arn === "string");
}
