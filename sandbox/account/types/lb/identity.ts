import type { AccountView } from "../../accountView";

/** The 16 hexadecimal digits that end the ARN of everything in Elastic Load Balancing. */
export function hexId(account: AccountView): string {
  return account.newId("lb").slice("lb-".length).slice(0, 16);
}

/** Load balancers' hosted zones: https://docs.aws.amazon.com/general/latest/gr/elb.html, read 2026-11. */
const zones: Readonly<Record<string, string>> = {
  "ap-northeast-1": "Z14GRHDCWA56QT",
  "ap-southeast-2": "Z1GM3OXH4ZPM65",
  "eu-central-1": "Z215JYRZR1TBD5",
  "eu-north-1": "Z23TAZ6LKFMNIO",
  "eu-west-1": "Z32O12XQLNTSW2",
  "eu-west-2": "ZHURV8PSTC4K8",
  "eu-west-3": "Z3Q77PNBQS71R4",
  "us-east-1": "Z35SXDOTRQ7X7K",
  "us-east-2": "Z3AADJGX6KTTL2",
  "us-west-2": "Z1H1FL5HABSF5",
};

/** The Route 53 zone that a load balancer's DNS name is in; "" for a region that is not in the table. */
export function hostedZoneId(region: string): string {
  return zones[region] ?? "";
}

/** A name as Elastic Load Balancing takes it; the reason when it does not. */
export function checkName(name: string, property = "name"): readonly { property: string; reason: string }[] {
  if (/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name) && !name.startsWith("internal-"))
    return [];
  return [
    {
      property,
      reason: `"${name}": expected 1 to 32 letters, digits and hyphens, no hyphen at either end, not beginning with internal-`,
    },
  ];
}
