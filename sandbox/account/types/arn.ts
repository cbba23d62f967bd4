import type { AccountView } from "../accountView";

/** The ARN of something regional, e.g. `arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-…`. */
export function regionalArn(account: AccountView, service: string, resource: string): string {
  return `arn:${account.partition}:${service}:${account.region}:${account.accountId}:${resource}`;
}

/** The ARN of something without a region, e.g. `arn:aws:iam::111122223333:role/web`. */
export function globalArn(account: AccountView, service: string, resource: string): string {
  return `arn:${account.partition}:${service}::${account.accountId}:${resource}`;
}
