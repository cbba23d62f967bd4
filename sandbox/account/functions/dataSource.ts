import type { AccountView } from "../accountView";
import type { Properties } from "../values";

/** One data source of the simulated account, e.g. `aws.ssm.getParameter`. */
export interface DataSource {
  /** Pulumi's token, e.g. `aws:ssm/getParameter:getParameter`. */
  token: string;
  /** The file of hashicorp/terraform-provider-aws that it models. */
  source: string;
  /** @throws AwsError where AWS refuses */
  invoke(args: Properties, caller: Caller): Properties;
}

/** Who asks, and where. Data sources read AWS's facts, not what the stack made, so they see no ledger. */
export type Caller = Pick<AccountView, "accountId" | "region" | "partition">;
