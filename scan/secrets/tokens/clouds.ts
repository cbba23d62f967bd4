import { alnum, hex, upper32, upperAlnum, url64, uuid, vendor } from "./tokenFormat";

/** Those who rent out machines, networks and data stores. */
export const clouds = [
  vendor(
    "AWS",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids",
    ["aws-access-key-id", "AKIA", `${upper32}{16}`],
    ["aws-access-key-id", "ASIA", `${upper32}{16}`],
    // https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html
    ["aws-bedrock-api-key", "ABSK", "[A-Za-z0-9+/]{80,260}={0,2}"],
    ["aws-bedrock-api-key", "bedrock-api-key-", "[A-Za-z0-9+/]{60,4000}={0,2}"],
  ),
  vendor(
    "Google",
    "https://cloud.google.com/docs/authentication/api-keys",
    ["google-api-key", "AIza", `${url64}{35}`],
    ["google-oauth-client-secret", "GOCSPX-", `${url64}{28}`],
    ["google-oauth-access-token", "ya29.", `${url64}{30,400}`],
    ["google-oauth-refresh-token", "1//0", `${url64}{40,110}`],
  ),
  vendor(
    "DigitalOcean",
    "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    ["digitalocean-token", "dop_v1_", `${hex}{64}`],
    ["digitalocean-token", "doo_v1_", `${hex}{64}`],
    ["digitalocean-token", "dor_v1_", `${hex}{64}`],
  ),
  vendor("Heroku", "https://devcenter.heroku.com/articles/authentication", [
    "heroku-token",
    "HRKU-",
    `${url64}{36,70}`,
  ]),
  vendor("Alibaba Cloud", "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair", [
    "alibaba-access-key-id",
    "LTAI",
    `${alnum}{16,20}`,
  ]),
  vendor("Tencent Cloud", "https://www.tencentcloud.com/document/product/598/32675", [
    "tencent-secret-id",
    "AKID",
    `${alnum}{32}`,
  ]),
  vendor("Scaleway", "https://www.scaleway.com/en/docs/iam/concepts/#api-key", [
    "scaleway-access-key",
    "SCW",
    `${upperAlnum}{17}`,
  ]),
  vendor("Cloudflare", "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/", [
    "cloudflare-origin-ca-key",
    "v1.0-",
    `${hex}{24}-${hex}{146}`,
  ]),
  vendor(
    "Fly.io",
    "https://fly.io/docs/security/tokens/",
    ["fly-token", "fo1_", `${url64}{43}`],
    ["fly-token", "fm2_", "[A-Za-z0-9+/]{100,1200}={0,2}"],
    ["fly-token", "fm1r_", "[A-Za-z0-9+/]{100,1200}={0,2}"],
  ),
  vendor("Netlify", "https://docs.netlify.com/api/get-started/", ["netlify-token", "nfp_", `${alnum}{36}`]),
  vendor("Render", "https://render.com/docs/api", ["render-api-key", "rnd_", `${alnum}{28,40}`]),
  vendor(
    "Supabase",
    "https://supabase.com/docs/guides/api/api-keys",
    ["supabase-token", "sbp_", `(v0_)?${hex}{40}`],
    ["supabase-secret-key", "sb_secret_", `${url64}{22}_${url64}{8}`],
  ),
  vendor(
    "PlanetScale",
    "https://planetscale.com/docs/concepts/service-tokens",
    ["planetscale-token", "pscale_tkn_", "[A-Za-z0-9_.-]{32,64}"],
    ["planetscale-password", "pscale_pw_", "[A-Za-z0-9_.-]{32,64}"],
    ["planetscale-token", "pscale_oauth_", "[A-Za-z0-9_.-]{32,64}"],
  ),
  vendor("Neon", "https://neon.com/docs/manage/api-keys", ["neon-api-key", "napi_", `${alnum}{40,80}`]),
  vendor(
    "Databricks",
    "https://docs.databricks.com/aws/en/dev-tools/auth/pat",
    ["databricks-token", "dapi", `${hex}{32}(-\\d)?`],
    ["databricks-token", "dkea", `${hex}{32}(-\\d)?`],
    ["databricks-client-secret", "dose", `${hex}{32}`],
  ),
  vendor("Tailscale", "https://tailscale.com/kb/1085/auth-keys", [
    "tailscale-key",
    "tskey-",
    `[a-z]{2,10}-${alnum}{8,24}(-${alnum}{16,40})?`,
  ]),
  vendor(
    "LaunchDarkly",
    "https://launchdarkly.com/docs/home/account/api",
    ["launchdarkly-key", "sdk-", uuid],
    ["launchdarkly-key", "api-", uuid],
  ),
  vendor(
    "Yandex Cloud",
    "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
    ["yandex-api-key", "AQVN", `${url64}{35,38}`],
    ["yandex-static-key", "YCAJE", `${url64}{20}`],
    ["yandex-iam-token", "t1.9", `${url64}{40,300}\\.${url64}{60,140}={0,2}`],
  ),
  vendor(
    "Vercel",
    "https://vercel.com/docs/rest-api",
    ["vercel-token", "vcp_", `${alnum}{24,60}`],
    ["vercel-blob-token", "vercel_blob_rw_", `${alnum}{10,24}_${alnum}{24,40}`],
  ),
];
