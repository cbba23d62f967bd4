/**
 * Whether a predefined security policy of load balancers refuses TLS 1.1 and older. AWS writes the oldest version that
 * a policy speaks into its name; the oldest policies have none and speak TLS 1.0. As of November 2026:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export function needsTls12(policy: unknown): boolean {
  return typeof policy === "string" && /^ELBSecurityPolicy-(TLS|TLS13|FS)-1-[23](-|$)/.test(policy);
}

/** Those that speak TLS 1.0 or 1.1, of which there will be no more: a message may quote them. */
export const oldTlsPolicies: readonly string[] = [
  "ELBSecurityPolicy-2011-08",
  "ELBSecurityPolicy-2014-01",
  "ELBSecurityPolicy-2014-10",
  "ELBSecurityPolicy-2015-02",
  "ELBSecurityPolicy-2015-03",
  "ELBSecurityPolicy-2015-05",
  "ELBSecurityPolicy-2016-08",
  "ELBSecurityPolicy-FS-2018-06",
  "ELBSecurityPolicy-FS-1-1-2019-08",
  "ELBSecurityPolicy-TLS-1-0-2015-04",
  "ELBSecurityPolicy-TLS-1-1-2017-01",
  "ELBSecurityPolicy-TLS13-1-0-2021-06",
  "ELBSecurityPolicy-TLS13-1-1-2021-06",
  "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09",
];

/** What to choose where nothing speaks against it. */
export const recommendedTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";
