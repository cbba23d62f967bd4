/**
 * The Availability Zone letters that an account sees by default, by region; all others have `abc`.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html, read 2026-11.
 * Letters differ from account to account where AWS shuffles them; this account has what most see.
 */
const letters: Readonly<Record<string, string>> = {
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ca-central-1": "abd",
  "cn-north-1": "abd",
  "sa-east-1": "abc",
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
};

export function zonesOf(region: string): readonly string[] {
  return [...(letters[region] ?? "abc")].map((letter) => `${region}${letter}`);
}
