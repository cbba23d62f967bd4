import { alnum, hex, url64, vendor } from "./tokenFormat";

/** Those who keep secrets, state and identities. */
export const keepers = [
  vendor(
    "HashiCorp Vault",
    "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes",
    ["vault-token", "hvs.", `${url64}{24,300}`],
    ["vault-token", "hvb.", `${url64}{90,400}`],
    ["vault-token", "hvr.", `${url64}{24,300}`],
    ["vault-token", "s.", "(?=[A-Za-z]{0,23}[0-9])(?=[a-z0-9]{0,23}[A-Z])[A-Za-z0-9]{24}"],
  ),
  vendor("Pulumi", "https://www.pulumi.com/docs/administration/access-identity/access-tokens/", [
    "pulumi-token",
    "pul-",
    `${hex}{40}`,
  ]),
  vendor(
    "Doppler",
    "https://docs.doppler.com/reference/auth-token-formats",
    ...(["pt", "ct", "sa", "scim", "audit", "said"] as const).map(
      (kind) => ["doppler-token", `dp.${kind}.`, `${alnum}{40,44}`] as const,
    ),
    ["doppler-token", "dp.st.", `([a-z0-9_-]{2,35}\\.)?${alnum}{40,44}`],
  ),
  vendor("1Password", "https://developer.1password.com/docs/service-accounts/security/", [
    "onepassword-service-account-token",
    "ops_eyJ",
    "[A-Za-z0-9+/_-]{200,1500}={0,2}",
  ]),
  vendor(
    "age",
    "https://github.com/C2SP/C2SP/blob/main/age.md",
    ["age-secret-key", "AGE-SECRET-KEY-1", "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"],
    ["age-secret-key", "AGE-SECRET-KEY-PQ-1", "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{50,80}"],
  ),
  vendor("Infisical", "https://infisical.com/docs/documentation/platform/token", [
    "infisical-token",
    "st.",
    `${hex}{24}\\.${hex}{32}\\.${hex}{32}`,
  ]),
  vendor("Okta", "https://developer.okta.com/docs/guides/create-an-api-token/main/", [
    "okta-token",
    "SSWS 00",
    `${url64}{40}`,
  ]),
  vendor("K3s and RKE2", "https://docs.k3s.io/cli/token", [
    "k3s-token",
    "K10",
    `${hex}{64}::([a-z0-9:-]{1,40}:)?[A-Za-z0-9+/=_.-]{6,128}`,
  ]),
];
