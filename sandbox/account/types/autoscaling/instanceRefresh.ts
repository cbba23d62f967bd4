import { isDeepStrictEqual } from "node:util";
import type { AccountView } from "../../accountView";
import type { Properties } from "../../values";
import { block, blocks, text, texts } from "../reading";

/**
 * Where an entry notes the instance refreshes that its updates started, latest last. The provider keeps no such
 * property, it only calls StartInstanceRefresh; the two underscores are the bridge's mark for what is no property of
 * the schema, so the engine neither shows nor compares it, and whoever reads the ledger sees it.
 */
export const INSTANCE_REFRESHES = "__instanceRefreshes";

/**
 * The provider starts a refresh when `instanceRefresh` is declared and the template, or a property among `triggers`,
 * changes. https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
 */
export function startedRefreshes(
  group: string,
  olds: Properties,
  news: Properties,
  templateChanged: boolean,
  account: AccountView,
): Properties {
  const declared = block(news, "instanceRefresh");
  if (declared === undefined) return {};
  const triggered = texts(declared, "triggers").some((name) => !isDeepStrictEqual(olds[name], news[name]));
  if (!templateChanged && !triggered) return {};
  const refresh = {
    autoScalingGroupName: group,
    instanceRefreshId: account.newId("refresh"),
    launchTemplateVersion: text(block(news, "launchTemplate") ?? {}, "version") ?? "",
    startTime: account.now(),
    status: "Pending",
    strategy: text(declared, "strategy") ?? "Rolling",
  };
  return { [INSTANCE_REFRESHES]: [...blocks(olds, INSTANCE_REFRESHES), refresh] };
}
