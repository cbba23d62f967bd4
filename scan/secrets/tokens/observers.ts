import { alnum, hex, upperAlnum, url64, vendor } from "./tokenFormat";

/** Those who watch machines and page people. */
export const observers = [
  vendor(
    "New Relic",
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    ["newrelic-key", "NRAK-", `${upperAlnum}{27}`],
    ["newrelic-key", "NRRA-", `${hex}{42}`],
    ["newrelic-key", "NRII-", `${url64}{32}`],
    ["newrelic-key", "NRIQ-", `${url64}{32}`],
    ["newrelic-key", "NRSP-", `[a-z0-9]{2,6}-?${url64}{26,36}`],
  ),
  vendor(
    "Sentry",
    "https://docs.sentry.io/account/auth-tokens/",
    ["sentry-token", "sntrys_", "[A-Za-z0-9+/_=-]{80,400}"],
    ["sentry-token", "sntryu_", `${hex}{64}`],
  ),
  vendor(
    "Grafana",
    "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/",
    ["grafana-token", "glc_", "[A-Za-z0-9+/]{32,400}={0,3}"],
    ["grafana-token", "glsa_", `${alnum}{32}_${hex}{8}`],
  ),
  vendor(
    "Dynatrace",
    "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
    ["dynatrace-token", "dt0c01.", `${upperAlnum}{24}\\.${upperAlnum}{64}`],
    ["dynatrace-token", "dt0s01.", `${upperAlnum}{24}\\.${upperAlnum}{64}`],
    ["dynatrace-token", "dt0s16.", `${upperAlnum}{24}\\.${upperAlnum}{64}`],
    ["dynatrace-client-secret", "dt0s02.", `${upperAlnum}{8}\\.${upperAlnum}{64}`],
  ),
  vendor(
    "Honeycomb",
    "https://docs.honeycomb.io/configure/environments/manage-api-keys/",
    ["honeycomb-key", "hcaik_", "[0-9a-z]{58}"],
    ["honeycomb-key", "hcbik_", "[0-9a-z]{58}"],
    ["honeycomb-key", "hcxmk_", "[0-9a-z]{58}"],
    ["honeycomb-key", "hcamk_", "[0-9a-z]{58}"],
  ),
  vendor("Elastic", "https://www.elastic.co/docs/deploy-manage/api-keys", [
    "elastic-cloud-key",
    "essu_",
    "[A-Za-z0-9+/]{60,100}={0,2}",
  ]),
  vendor(
    "PostHog",
    "https://posthog.com/docs/api",
    ["posthog-key", "phx_", `${alnum}{40,50}`],
    ["posthog-key", "phs_", `${alnum}{40,50}`],
  ),
];
